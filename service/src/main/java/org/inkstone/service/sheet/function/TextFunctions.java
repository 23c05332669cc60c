package org.inkstone.service.sheet.function;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.Convert;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Value;
import org.inkstone.service.sheet.value.Wildcard;
import org.jspecify.annotations.Nullable;

/** Parts of texts, searching and replacing in them. */
@InCategory(Category.TEXT)
final class TextFunctions {
  private TextFunctions() {}

  @SheetFunction(value = "LEN", en = "How many characters a text has.", zh = "返回文本的字符个数。")
  static double length(String text) {
    return text.length();
  }

  @SheetFunction(value = "LEFT", en = "The first characters of a text.", zh = "返回文本最左边的若干字符。")
  static String left(String text, @Default("1") double numChars) {
    return text.substring(0, count(numChars, text.length()));
  }

  @SheetFunction(value = "RIGHT", en = "The last characters of a text.", zh = "返回文本最右边的若干字符。")
  static String right(String text, @Default("1") double numChars) {
    return text.substring(text.length() - count(numChars, text.length()));
  }

  @SheetFunction(
      value = "MID",
      en = "Characters from the middle of a text.",
      zh = "返回文本中指定位置起的若干字符。")
  static String middle(String text, double startNum, double numChars) {
    if (startNum < 1 || numChars < 0) {
      throw FunctionError.value();
    }
    int start = count(startNum - 1, text.length());
    return text.substring(start, start + count(numChars, text.length() - start));
  }

  private static int count(double number, int most) {
    if (number < 0) {
      throw FunctionError.value();
    }
    return (int) Math.min(Math.floor(number), most);
  }

  @SheetFunction(value = "UPPER", en = "A text in capitals.", zh = "将文本转换为大写。")
  static String upper(String text) {
    return each(text, Character::toUpperCase);
  }

  @SheetFunction(value = "LOWER", en = "A text in small letters.", zh = "将文本转换为小写。")
  static String lower(String text) {
    return each(text, Character::toLowerCase);
  }

  /** Character by character, so that a text keeps its length: ß stays. */
  private static String each(String text, IntUnaryOperator change) {
    return text.codePoints()
        .map(change)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @SheetFunction(
      value = "PROPER",
      en = "A text with a capital at each word's start.",
      zh = "将每个单词的首字母大写。")
  static String proper(String text) {
    StringBuilder proper = new StringBuilder();
    boolean inside = false;
    for (char c : text.toCharArray()) {
      proper.append(inside ? Character.toLowerCase(c) : Character.toUpperCase(c));
      inside = Character.isLetter(c);
    }
    return proper.toString();
  }

  @SheetFunction(
      value = "TRIM",
      en = "A text without spaces at its ends and double ones inside.",
      zh = "删除文本首尾及多余的空格。")
  static String trim(String text) {
    return text.replaceAll(" +", " ").replaceAll("^ | $", "");
  }

  @SheetFunction(value = "CLEAN", en = "A text without control characters.", zh = "删除文本中的不可打印字符。")
  static String clean(String text) {
    StringBuilder clean = new StringBuilder();
    text.chars().filter(c -> c >= 32).forEach(c -> clean.append((char) c));
    return clean.toString();
  }

  @SheetFunction(
      value = "EXACT",
      en = "Whether two texts are the same, case included.",
      zh = "区分大小写比较两个文本是否相同。")
  static boolean exact(String text1, String text2) {
    return text1.equals(text2);
  }

  @SheetFunction(value = "REPT", en = "A text several times over.", zh = "将文本重复指定次数。")
  static String repeat(String text, double numberTimes) {
    if (numberTimes < 0 || text.length() * Math.floor(numberTimes) > Convert.MOST_CHARACTERS) {
      throw FunctionError.value();
    }
    return text.repeat((int) numberTimes);
  }

  @SheetFunction(
      value = "FIND",
      en = "Where a text stands in another, case included.",
      zh = "区分大小写查找文本的位置。")
  static double find(String findText, String withinText, @Default("1") double startNum) {
    return found(withinText.indexOf(findText, start(withinText, startNum)));
  }

  @SheetFunction(
      value = "SEARCH",
      en = "Where a text or pattern stands in another.",
      zh = "不区分大小写查找文本的位置，可用通配符。")
  static double search(String findText, String withinText, @Default("1") double startNum) {
    return found(Wildcard.of(findText).find(withinText, start(withinText, startNum)));
  }

  private static int start(String within, double startNum) {
    if (startNum < 1 || startNum > within.length() + 1.0) {
      throw FunctionError.value();
    }
    return (int) startNum - 1;
  }

  private static int found(int index) {
    if (index < 0) {
      throw FunctionError.value();
    }
    return index + 1;
  }

  @SheetFunction(
      value = "REPLACE",
      en = "A text with some of its characters replaced by position.",
      zh = "按位置替换文本中的字符。")
  static String replace(String oldText, double startNum, double numChars, String newText) {
    if (startNum < 1 || numChars < 0) {
      throw FunctionError.value();
    }
    int start = count(startNum - 1, oldText.length());
    int end = start + count(numChars, oldText.length() - start);
    return oldText.substring(0, start) + newText + oldText.substring(end);
  }

  @SheetFunction(
      value = "SUBSTITUTE",
      en = "A text with another text inside it replaced.",
      zh = "用新文本替换指定的旧文本。")
  static String substitute(
      String text, String oldText, String newText, @Default @Nullable Double instanceNum) {
    if (instanceNum != null && instanceNum < 1) {
      throw FunctionError.value();
    } else if (oldText.isEmpty()) {
      return text;
    }
    StringBuilder result = new StringBuilder();
    int end = 0;
    int instance = 0;
    for (int at = text.indexOf(oldText); at >= 0; at = text.indexOf(oldText, end)) {
      instance++;
      boolean replaced = instanceNum == null || instance == instanceNum.intValue();
      append(result, text.substring(end, at));
      append(result, replaced ? newText : oldText);
      end = at + oldText.length();
    }
    append(result, text.substring(end));
    return result.toString();
  }

  @SheetFunction(value = "CONCATENATE", en = "Several texts as one.", zh = "将多个文本合并为一个。")
  static String concatenate(String... texts) {
    return String.join("", texts);
  }

  @SheetFunction(
      value = "CONCAT",
      since = Excel.V2019,
      en = "All texts of values and ranges as one.",
      zh = "合并多个区域或值中的文本。")
  static String concat(Value... texts) {
    StringBuilder all = new StringBuilder();
    for (Value text : texts) {
      Numbers.areas(text, cell -> append(all, Convert.text(cell)));
    }
    return all.toString();
  }

  @SheetFunction(
      value = "TEXTJOIN",
      since = Excel.V2019,
      en = "All texts of values and ranges as one, with a delimiter between.",
      zh = "用分隔符合并多个区域或值中的文本。")
  static String join(Value delimiter, boolean ignoreEmpty, Value... texts) {
    List<String> delimiters = new ArrayList<>();
    Numbers.cells(delimiter.grid(), cell -> delimiters.add(Convert.text(cell)));
    if (delimiters.isEmpty()) {
      delimiters.add("");
    }
    StringBuilder all = new StringBuilder();
    int[] count = {0};
    for (Value text : texts) {
      Numbers.areas(
          text,
          cell -> {
            String part = Convert.text(cell);
            if (!part.isEmpty() || !ignoreEmpty) {
              append(all, count[0] == 0 ? "" : delimiters.get((count[0] - 1) % delimiters.size()));
              append(all, part);
              count[0]++;
            }
          });
    }
    return all.toString();
  }

  private static void append(StringBuilder all, String part) {
    if (all.length() + part.length() > Convert.MOST_CHARACTERS) {
      throw FunctionError.value();
    }
    all.append(part);
  }

  @SheetFunction(
      value = "T",
      en = "The text itself; nothing of other values.",
      zh = "值为文本时返回该文本，否则返回空文本。")
  static Scalar text(Scalar value) {
    return value instanceof Scalar.Text ? value : Scalar.of("");
  }
}
