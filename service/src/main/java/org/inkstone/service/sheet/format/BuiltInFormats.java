package org.inkstone.service.sheet.format;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The number formats that files name by an id alone. */
public final class BuiltInFormats {
  private static final Map<Integer, String> CODES = codes();

  private BuiltInFormats() {}

  /** The code of a built-in format in its en-US form; null is General or an id without a format. */
  public static @Nullable String code(int id) {
    return CODES.get(id);
  }

  private static Map<Integer, String> codes() {
    Map<Integer, String> codes = new HashMap<>();
    put(codes, 1, "0", "0.00", "#,##0", "#,##0.00");
    put(codes, 5, "$#,##0;($#,##0)", "$#,##0;[Red]($#,##0)");
    put(codes, 7, "$#,##0.00;($#,##0.00)", "$#,##0.00;[Red]($#,##0.00)");
    put(codes, 9, "0%", "0.00%", "0.00E+00", "# ?/?", "# ??/??");
    put(codes, 14, "m/d/yyyy", "d-mmm-yy", "d-mmm", "mmm-yy", "h:mm AM/PM", "h:mm:ss AM/PM");
    put(codes, 20, "h:mm", "h:mm:ss", "m/d/yyyy h:mm");
    put(codes, 37, "#,##0;(#,##0)", "#,##0;[Red](#,##0)");
    put(codes, 39, "#,##0.00;(#,##0.00)", "#,##0.00;[Red](#,##0.00)");
    put(codes, 41, "_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)");
    put(codes, 42, "_($* #,##0_);_($* (#,##0);_($* \"-\"_);_(@_)");
    put(codes, 43, "_(* #,##0.00_);_(* (#,##0.00);_(* \"-\"??_);_(@_)");
    put(codes, 44, "_($* #,##0.00_);_($* (#,##0.00);_($* \"-\"??_);_(@_)");
    put(codes, 45, "mm:ss", "[h]:mm:ss", "mm:ss.0", "##0.0E+0", "@");
    eastAsian(codes);
    return Map.copyOf(codes);
  }

  /** The ids that only East Asian versions write, as the Chinese version shows them. */
  private static void eastAsian(Map<Integer, String> codes) {
    String month = "yyyy\"年\"m\"月\"";
    String day = "m\"月\"d\"日\"";
    String full = "yyyy\"年\"m\"月\"d\"日\"";
    String hour = "上午/下午h\"时\"mm\"分\"";
    String second = "上午/下午h\"时\"mm\"分\"ss\"秒\"";
    put(codes, 27, month, day, day, "m-d-yy", full);
    put(codes, 32, "h\"时\"mm\"分\"", "h\"时\"mm\"分\"ss\"秒\"", hour, second, month);
    put(codes, 50, month, day, month, day, day, hour, second, month, day);
  }

  private static void put(Map<Integer, String> codes, int first, String... formats) {
    for (int i = 0; i < formats.length; i++) {
      codes.put(first + i, formats[i]);
    }
  }
}
