package org.inkstone.service.plan;

import java.time.LocalDate;

/** What a word of a request may mean. */
public sealed interface Target {
  /** A column. */
  record Column(ColumnView column) implements Target {}

  /** A table. */
  record TableName(TableView table) implements Target {}

  /**
   * A text that stands in a column.
   *
   * @param value as it stands in the cell, without spaces around it
   * @param whole whether the words are all of it, not a part
   */
  record Value(ColumnView column, String value, boolean whole) implements Target {}

  /**
   * Words inside longer texts of a column.
   *
   * @param text as it stands in the first of the cells
   * @param texts how many different texts hold them
   * @param listed whether a cell lists it beside others, as in "Dari, Pashto"
   */
  record Part(ColumnView column, String text, int texts, boolean listed) implements Target {}

  /**
   * A number.
   *
   * @param spelled whether it stands there as a word ("three", 三), not in digits
   * @param percent whether a percent sign or word stands with it; the value is then a fraction
   */
  record Number(double value, boolean spelled, boolean percent) implements Target {}

  /** A position in an order, such as "second" or 第三. */
  record Ordinal(int position) implements Target {}

  /**
   * Days from {@code from} to before {@code to}.
   *
   * @param yearGiven whether the request names the year; if not, it was taken from the data
   */
  record Period(LocalDate from, LocalDate to, boolean yearGiven) implements Target {}

  /** A text between quotation marks, to be used as it is. */
  record Quote(String text) implements Target {}

  /** A construction. */
  record Construction(Cue cue) implements Target {}
}
