package org.inkstone.service.sheet.function;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.FunctionError;

/** A regular expression whose search counts against the budget of the calculation. */
final class RegularExpression {
  private final Pattern pattern;
  private final Calculation calculation;

  private RegularExpression(Pattern pattern, Calculation calculation) {
    this.pattern = pattern;
    this.calculation = calculation;
  }

  /** The expression that a text writes, or {@code #VALUE!}. */
  static RegularExpression of(String text, Calculation calculation) {
    try {
      return new RegularExpression(Pattern.compile(text), calculation);
    } catch (PatternSyntaxException | StackOverflowError e) {
      throw FunctionError.value();
    }
  }

  /** Whether any part of a text fits. */
  boolean isIn(String text) {
    try {
      return pattern.matcher(new Counted(text, calculation)).find();
    } catch (StackOverflowError e) {
      throw FunctionError.value();
    }
  }

  /** A text that charges for each character looked at. */
  private record Counted(String text, Calculation calculation) implements CharSequence {
    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      calculation.charge(1);
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Counted(text.substring(start, end), calculation);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
