package org.inkstone.service.sheet.formula;

/** A named part of a table in a structured reference. */
public enum TableSection {
  ALL("#All"),
  HEADERS("#Headers"),
  DATA("#Data"),
  TOTALS("#Totals"),
  THIS_ROW("#This Row");

  private final String literal;

  TableSection(String literal) {
    this.literal = literal;
  }

  /** As it is written between brackets. */
  public String literal() {
    return literal;
  }
}
