package org.inkstone.service.sheet.function;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/** Full-width and half-width forms of letters, digits, signs and katakana. */
@InCategory(Category.TEXT)
final class WidthFunctions {
  private static final int FULL_FROM_HALF = 0xfee0;
  private static final String MARKS = "\uff9e\uff9f";

  /** Half-width katakana, alone or with a sound mark, by the full-width character. */
  private static final Map<Character, String> HALF = new HashMap<>();

  private static final Map<String, Character> FULL = new HashMap<>();

  static {
    for (char c = '\uff61'; c <= '\uff9f'; c++) {
      add(String.valueOf(c));
      for (char mark : MARKS.toCharArray()) {
        add(String.valueOf(c) + mark);
      }
    }
    // the marks alone, which normalisation would make combining
    HALF.put('\u309b', "\uff9e");
    HALF.put('\u309c', "\uff9f");
    FULL.put("\uff9e", '\u309b');
    FULL.put("\uff9f", '\u309c');
  }

  private WidthFunctions() {}

  private static void add(String half) {
    String full = Normalizer.normalize(half, Normalizer.Form.NFKC);
    if (full.length() == 1) {
      HALF.put(full.charAt(0), half);
      FULL.put(half, full.charAt(0));
    }
  }

  @SheetFunction(
      value = "ASC",
      en = "A text with full-width letters and katakana made half-width.",
      zh = "将全角字母和片假名转换为半角字符。")
  static String half(String text) {
    StringBuilder half = new StringBuilder();
    for (char c : text.toCharArray()) {
      if (c >= '\uff01' && c <= '\uff5e') {
        half.append((char) (c - FULL_FROM_HALF));
      } else if (c == '\u3000') {
        half.append(' ');
      } else {
        half.append(HALF.getOrDefault(c, String.valueOf(c)));
      }
    }
    return half.toString();
  }

  @SheetFunction(
      value = "DBCS",
      older = "JIS",
      notIn = Product.GOOGLE_SHEETS,
      en = "A text with half-width letters and katakana made full-width.",
      zh = "将半角字母和片假名转换为全角字符。")
  static String full(String text) {
    StringBuilder full = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      Character marked = i + 1 < text.length() ? FULL.get(text.substring(i, i + 2)) : null;
      if (marked != null) {
        full.append(marked.charValue());
        i++;
      } else if (c > ' ' && c < 0x7f) {
        full.append((char) (c + FULL_FROM_HALF));
      } else if (c == ' ') {
        full.append('\u3000');
      } else {
        full.append(FULL.getOrDefault(String.valueOf(c), c).charValue());
      }
    }
    return full.toString();
  }
}
