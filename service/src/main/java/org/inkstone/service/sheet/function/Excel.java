package org.inkstone.service.sheet.function;

/** Versions of Excel that brought functions. */
public enum Excel {
  /** Excel 2003 or before. */
  BEFORE_2007("2003"),
  V2007("2007"),
  V2010("2010"),
  V2013("2013"),
  V2016("2016"),
  V2019("2019"),
  V2021("2021"),
  V2024("2024"),
  V365("365");

  private final String label;

  Excel(String label) {
    this.label = label;
  }

  /** With the product's name: {@code Excel 2021}. */
  public String spoken() {
    return "Excel " + label;
  }

  /** As it is spoken of: a year, or 365. */
  public String label() {
    return label;
  }
}
