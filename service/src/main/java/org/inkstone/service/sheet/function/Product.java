package org.inkstone.service.sheet.function;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Spreadsheets that a formula may be meant for. */
public enum Product {
  EXCEL_2016(Excel.V2016),
  EXCEL_2019(Excel.V2019),
  EXCEL_2021(Excel.V2021),
  EXCEL_2024(Excel.V2024),
  EXCEL_365(Excel.V365),
  WPS("WPS"),
  GOOGLE_SHEETS("Google Sheets"),
  LIBREOFFICE("LibreOffice");

  private final @Nullable Excel excel;
  private final String spoken;

  Product(Excel excel) {
    this.excel = excel;
    this.spoken = excel.spoken();
  }

  Product(String spoken) {
    this.excel = null;
    this.spoken = spoken;
  }

  /** As it is spoken of: {@code Excel 2019}. */
  public String spoken() {
    return spoken;
  }

  /** Its name in a request's target, such as {@code excel-2019}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The version of Excel that it is; null if it is another product. */
  public @Nullable Excel excel() {
    return excel;
  }
}
