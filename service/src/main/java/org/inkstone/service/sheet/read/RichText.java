package org.inkstone.service.sheet.read;

import java.util.regex.Pattern;

/** Texts of a workbook that come in runs. */
final class RichText {
  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private RichText() {}

  /** The text of the runs inside the current element; readings of characters are left out. */
  static String read(XmlPart xml, ReadBudget budget) {
    int parent = xml.depth();
    StringBuilder text = new StringBuilder();
    while (xml.nextStartWithin(parent)) {
      if (xml.name().equals("t")) {
        text.append(xml.text());
        budget.check(ReadLimit.TEXT_LENGTH, text.length());
      } else if (xml.name().equals("rPh")) {
        xml.skip();
      }
    }
    return unescape(text.toString());
  }

  /** With {@code _x000D_} as the character that it stands for. */
  static String unescape(String text) {
    return text.contains("_x")
        ? ESCAPE
            .matcher(text)
            .replaceAll(found ->
                java.util.regex.Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(found.group(1), 16))))
        : text;
  }
}
