package org.inkstone.service.sheet.table;

/** What the values of a column are. */
public enum ColumnType {
  /** Numbers; also text that is nothing but a number counts as one of few exceptions. */
  NUMBER,
  /** Texts. */
  TEXT,
  /** Numbers that are shown as days, moments or times. */
  DATE,
  /** True and false. */
  BOOLEAN,
  /** Several kinds, none of which makes nine tenths. */
  MIXED,
  /** Nothing but blanks. */
  EMPTY
}
