package org.inkstone.service.sheet.table;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.inkstone.service.sheet.DefinedName;
import org.inkstone.service.sheet.Table;
import org.inkstone.service.sheet.Workbook;
import org.jspecify.annotations.Nullable;

/** Gives found tables names that formulas can use and that nothing else has. */
final class TableNames {
  private static final int LONGEST = 40;
  private static final Pattern NUMBERED_SHEET =
      Pattern.compile(
          "(?:sheet|worksheet|工作表|表|data|tabelle|feuil)\\s*\\d*", Pattern.CASE_INSENSITIVE);
  private static final Pattern ADDRESS =
      Pattern.compile("[a-z]{1,3}\\d{1,7}|[rc]|r\\d*c\\d*|true|false", Pattern.CASE_INSENSITIVE);

  private final Set<String> taken = new HashSet<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  TableNames(Workbook workbook) {
    for (Table table : workbook.tables()) {
      taken.add(table.name().toLowerCase(Locale.ROOT));
    }
    for (DefinedName name : workbook.names()) {
      taken.add(name.name().toLowerCase(Locale.ROOT));
    }
  }

  /**
   * The name of a table: after its sheet if it is the only one there, else after its title; a
   * numbered one if neither says anything.
   */
  String next(boolean single, @Nullable String title, String sheet) {
    String ofTitle = title == null ? "" : cleaned(title);
    String ofSheet = NUMBERED_SHEET.matcher(sheet.strip()).matches() ? "" : cleaned(sheet);
    String first = single ? ofSheet : ofTitle;
    String wish = first.isEmpty() ? (single ? ofTitle : ofSheet) : first;
    if (!wish.isEmpty() && taken.add(wish.toLowerCase(Locale.ROOT))) {
      return wish;
    }
    String stem = wish.isEmpty() ? "Table" : wish + "_";
    int number = numbers.getOrDefault(stem, wish.isEmpty() ? 1 : 2);
    while (!taken.add((stem + number).toLowerCase(Locale.ROOT))) {
      number++;
    }
    numbers.put(stem, number + 1);
    return stem + number;
  }

  /** Letters, digits, points and underscores; empty if nothing useful is left. */
  private static String cleaned(String text) {
    String name =
        text.strip().replaceAll("[^\\p{L}\\p{N}_.]+", "_").replaceAll("^[_.]+|[_.]+$", "");
    if (name.isEmpty() || name.length() > LONGEST) {
      return "";
    }
    boolean needsStem = !Character.isLetter(name.charAt(0)) || ADDRESS.matcher(name).matches();
    return needsStem ? "Table_" + name : name;
  }
}
