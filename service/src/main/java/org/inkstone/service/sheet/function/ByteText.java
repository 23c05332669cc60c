package org.inkstone.service.sheet.function;

import org.inkstone.service.sheet.value.FunctionError;

/**
 * A text in the bytes of a double-byte character set, as LENB and its kin count them in East Asian
 * versions of Excel: Latin letters and half-width katakana are one byte, other characters two.
 * Where a byte of two is cut off, a space stands for the other.
 */
record ByteText(String text) {
  private static final char LAST_SINGLE = '\u00ff';

  private static int width(char c) {
    return c <= LAST_SINGLE || c >= '\uff61' && c <= '\uff9f' ? 1 : 2;
  }

  int length() {
    return bytesBefore(text.length());
  }

  /** The bytes before a character. */
  int bytesBefore(int character) {
    int bytes = 0;
    for (int i = 0; i < character; i++) {
      bytes += width(text.charAt(i));
    }
    return bytes;
  }

  /** The first character that begins at a byte or after it, counted from 0. */
  int characterAt(double start) {
    int bytes = 0;
    int at = 0;
    while (at < text.length() && bytes < start) {
      bytes += width(text.charAt(at++));
    }
    return at;
  }

  /** So many bytes from one on, counted from 0. */
  String part(double start, double count) {
    if (start < 0 || count < 0) {
      throw FunctionError.value();
    }
    double from = Math.floor(start);
    double to = from + Math.floor(count);
    StringBuilder part = new StringBuilder();
    int bytes = 0;
    for (char c : text.toCharArray()) {
      int end = bytes + width(c);
      if (bytes >= from && end <= to) {
        part.append(c);
      } else if (bytes < to && end > from) {
        part.append(' ');
      }
      bytes = end;
    }
    return part.toString();
  }
}
