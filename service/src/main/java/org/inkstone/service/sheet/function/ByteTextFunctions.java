package org.inkstone.service.sheet.function;

import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Wildcard;

/** Parts of texts by bytes of double-byte characters, as {@link ByteText} counts them. */
@InCategory(Category.TEXT)
final class ByteTextFunctions {
  private ByteTextFunctions() {}

  @SheetFunction(
      value = "LENB",
      en = "How many bytes a text has, East Asian characters being two.",
      zh = "返回文本的字节数，中日韩字符按两个字节计。")
  static double length(String text) {
    return new ByteText(text).length();
  }

  @SheetFunction(value = "LEFTB", en = "The first bytes of a text.", zh = "返回文本最左边的若干字节。")
  static String left(String text, @Default("1") double numBytes) {
    return new ByteText(text).part(0, numBytes);
  }

  @SheetFunction(value = "RIGHTB", en = "The last bytes of a text.", zh = "返回文本最右边的若干字节。")
  static String right(String text, @Default("1") double numBytes) {
    ByteText bytes = new ByteText(text);
    if (numBytes < 0) {
      throw FunctionError.value();
    }
    double count = Math.min(Math.floor(numBytes), bytes.length());
    return bytes.part(bytes.length() - count, count);
  }

  @SheetFunction(value = "MIDB", en = "Bytes from the middle of a text.", zh = "返回文本中指定位置起的若干字节。")
  static String middle(String text, double startNum, double numBytes) {
    return new ByteText(text).part(Math.floor(startNum) - 1, numBytes);
  }

  @SheetFunction(
      value = "FINDB",
      en = "At which byte a text stands in another, case included.",
      zh = "区分大小写查找文本的字节位置。")
  static double find(String findText, String withinText, @Default("1") double startNum) {
    return position(withinText, withinText.indexOf(findText, start(withinText, startNum)));
  }

  @SheetFunction(
      value = "SEARCHB",
      en = "At which byte a text or pattern stands in another.",
      zh = "不区分大小写查找文本的字节位置，可用通配符。")
  static double search(String findText, String withinText, @Default("1") double startNum) {
    return position(
        withinText, Wildcard.of(findText).find(withinText, start(withinText, startNum)));
  }

  private static int start(String within, double startNum) {
    ByteText bytes = new ByteText(within);
    if (startNum < 1 || startNum > bytes.length() + 1.0) {
      throw FunctionError.value();
    }
    return bytes.characterAt(Math.floor(startNum) - 1);
  }

  private static int position(String within, int index) {
    if (index < 0) {
      throw FunctionError.value();
    }
    return new ByteText(within).bytesBefore(index) + 1;
  }

  @SheetFunction(
      value = "REPLACEB",
      en = "A text with some of its bytes replaced by position.",
      zh = "按字节位置替换文本中的字符。")
  static String replace(String oldText, double startNum, double numBytes, String newText) {
    ByteText bytes = new ByteText(oldText);
    double start = Math.floor(startNum) - 1;
    double end = start + Math.floor(numBytes);
    if (numBytes < 0) {
      throw FunctionError.value();
    }
    return bytes.part(0, start) + newText + bytes.part(end, Math.max(0, bytes.length() - end));
  }
}
