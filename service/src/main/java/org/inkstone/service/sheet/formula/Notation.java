package org.inkstone.service.sheet.formula;

import org.inkstone.service.sheet.ErrorCode;

/** How the words and signs of a formula are written; canonical en-US unless overridden. */
public interface Notation {
  /** Canonical en-US. */
  Notation CANONICAL = new Notation() {};

  /** A function's name, from its canonical one. */
  default String function(String name) {
    return name;
  }

  /** A truth value. */
  default String bool(boolean value) {
    return value ? "TRUE" : "FALSE";
  }

  /** An error value. */
  default String error(ErrorCode code) {
    return code.literal();
  }

  /** A named part of a table. */
  default String section(TableSection section) {
    return section.literal();
  }

  /** Between the whole and the fraction of a number. */
  default char decimal() {
    return '.';
  }

  /** Between arguments, the areas of a union and the parts of a structured reference. */
  default char argument() {
    return ',';
  }

  /** Between the values of a row of an array constant. */
  default char arrayColumn() {
    return ',';
  }

  /** Between the rows of an array constant. */
  default char arrayRow() {
    return ';';
  }
}
