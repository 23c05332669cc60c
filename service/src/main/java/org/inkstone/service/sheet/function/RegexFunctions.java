package org.inkstone.service.sheet.function;

import java.util.List;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.regex.Regex;
import org.inkstone.service.sheet.regex.RegexMatch;
import org.inkstone.service.sheet.regex.RegexSyntaxException;
import org.inkstone.service.sheet.regex.Replacement;
import org.inkstone.service.sheet.value.ArrayValue;
import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.Convert;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Value;

/**
 * Texts by regular expressions in the language of PCRE2, with the engine of {@link Regex}: its
 * steps count against the calculation's budget, so that no pattern can hang it.
 */
@InCategory(Category.TEXT)
final class RegexFunctions {
  private RegexFunctions() {}

  @SheetFunction(
      value = "REGEXTEST",
      since = Excel.V365,
      notIn = {Product.WPS, Product.GOOGLE_SHEETS, Product.LIBREOFFICE},
      en = "Whether a part of a text matches a regular expression.",
      zh = "判断文本中是否有与正则表达式匹配的部分。")
  static boolean test(
      Calculation calculation,
      String text,
      String pattern,
      @Default(value = "0", ifEmpty = true) int caseSensitivity) {
    return regex(pattern, caseSensitivity).find(text, calculation::charge) != null;
  }

  @SheetFunction(
      value = "REGEXEXTRACT",
      since = Excel.V365,
      array = true,
      notIn = {Product.WPS, Product.LIBREOFFICE},
      en = "The first match of a regular expression in a text, all of them, or its groups.",
      zh = "提取文本中与正则表达式匹配的首个、全部内容或捕获组。")
  static Value extract(
      Calculation calculation,
      String text,
      String pattern,
      @Default(value = "0", ifEmpty = true) int returnMode,
      @Default(value = "0", ifEmpty = true) int caseSensitivity) {
    Regex regex = regex(pattern, caseSensitivity);
    return switch (returnMode) {
      case 0 -> Value.of(Scalar.of(first(regex, text, calculation).value()));
      case 1 -> all(regex, text, calculation);
      case 2 -> groups(regex, first(regex, text, calculation));
      default -> throw FunctionError.value();
    };
  }

  private static RegexMatch first(Regex regex, String text, Calculation calculation) {
    RegexMatch match = regex.find(text, calculation::charge);
    if (match == null) {
      throw FunctionError.notAvailable();
    }
    return match;
  }

  private static Value all(Regex regex, String text, Calculation calculation) {
    List<RegexMatch> all = regex.all(text, calculation::charge);
    if (all.isEmpty()) {
      throw FunctionError.notAvailable();
    }
    return ArrayValue.column(all.stream().map(match -> Scalar.of(match.value())).toList());
  }

  private static Value groups(Regex regex, RegexMatch match) {
    if (regex.groups() == 0) {
      throw FunctionError.notAvailable();
    }
    return ArrayValue.compute(
        1,
        regex.groups(),
        (row, column) -> {
          String taken = match.group(column + 1);
          return Scalar.of(taken == null ? "" : taken);
        });
  }

  @SheetFunction(
      value = "REGEXREPLACE",
      since = Excel.V365,
      notIn = {Product.WPS, Product.LIBREOFFICE},
      en = "A text with matches of a regular expression replaced.",
      zh = "替换文本中与正则表达式匹配的内容。")
  static String replace(
      Calculation calculation,
      String text,
      String pattern,
      String replacement,
      @Default(value = "0", ifEmpty = true) int occurrence,
      @Default(value = "0", ifEmpty = true) int caseSensitivity) {
    Regex regex = regex(pattern, caseSensitivity);
    List<RegexMatch> all = regex.all(text, calculation::charge);
    int only = occurrence < 0 ? all.size() + occurrence : occurrence - 1;
    StringBuilder result = new StringBuilder();
    int end = 0;
    for (int i = 0; i < all.size(); i++) {
      if (occurrence == 0 || i == only) {
        RegexMatch match = all.get(i);
        result.append(text, end, Math.max(end, match.start()));
        result.append(replaced(replacement, regex, match));
        end = match.end();
        if (result.length() > Convert.MOST_CHARACTERS) {
          throw FunctionError.value();
        }
      }
    }
    return result.append(text, end, text.length()).toString();
  }

  private static String replaced(String replacement, Regex regex, RegexMatch match) {
    try {
      return new Replacement(replacement, regex).of(match, Convert.MOST_CHARACTERS);
    } catch (RegexSyntaxException e) {
      throw FunctionError.value();
    }
  }

  /** The expression of a text, of any case if 1, or {@code #VALUE!}. */
  static Regex regex(String pattern, int caseSensitivity) {
    if (caseSensitivity < 0 || caseSensitivity > 1) {
      throw FunctionError.value();
    }
    try {
      return Regex.of(pattern, caseSensitivity == 1);
    } catch (RegexSyntaxException e) {
      throw FunctionError.value();
    }
  }
}
