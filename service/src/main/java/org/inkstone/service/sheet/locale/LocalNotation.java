package org.inkstone.service.sheet.locale;

import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.formula.Notation;
import org.inkstone.service.sheet.formula.TableSection;

/** The words and signs of one product in one language. */
record LocalNotation(FunctionNames names, FormulaLocale.Signs signs) implements Notation {
  @Override
  public String function(String name) {
    return names.of(name);
  }

  @Override
  public String bool(boolean value) {
    return names.literal(value ? "TRUE" : "FALSE");
  }

  @Override
  public String error(ErrorCode code) {
    return names.of(code.literal());
  }

  @Override
  public String section(TableSection section) {
    return names.of(section.literal());
  }

  @Override
  public char decimal() {
    return signs.decimal();
  }

  @Override
  public char argument() {
    return signs.argument();
  }

  @Override
  public char arrayColumn() {
    return signs.arrayColumn();
  }

  @Override
  public char arrayRow() {
    return signs.arrayRow();
  }
}
