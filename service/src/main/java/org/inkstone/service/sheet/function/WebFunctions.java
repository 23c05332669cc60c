package org.inkstone.service.sheet.function;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Texts for the web; nothing is fetched. */
@InCategory(Category.WEB)
final class WebFunctions {
  private static final String PLAIN = "-_.~";

  private WebFunctions() {}

  @SheetFunction(
      value = "ENCODEURL",
      since = Excel.V2013,
      en = "A text with all signs that an address can't hold percent-encoded.",
      zh = "返回 URL 编码后的文本。")
  static String encode(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      encoded.append(
          plain || PLAIN.indexOf(c) >= 0
              ? String.valueOf(c)
              : String.format(Locale.ROOT, "%%%02X", (int) c));
    }
    return encoded.toString();
  }
}
