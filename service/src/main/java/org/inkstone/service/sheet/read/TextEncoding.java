package org.inkstone.service.sheet.read;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Decodes text whose encoding nobody states. */
final class TextEncoding {
  private static final Charset CHINESE = Charset.forName("GB18030");
  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final int LOOKED_AT = 4096;

  private TextEncoding() {}

  /**
   * By its byte order mark, else UTF-16 where every other byte is 0, else UTF-8, else GB18030 if
   * that yields Chinese, else windows-1252.
   */
  static String decode(byte[] content) {
    String text = withoutMark(decodeMarked(content).orElseGet(() -> decodeUnmarked(content)));
    if (text.indexOf('\0') >= 0) {
      throw SheetReadException.unsupported(
          "the file is neither a workbook nor text: only .xlsx, .xls and .csv are read");
    }
    return text;
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static Optional<String> decodeMarked(byte[] content) {
    int first = content[0] & 0xFF;
    int second = content.length > 1 ? content[1] & 0xFF : 0;
    if (first == 0xFF && second == 0xFE) {
      return Optional.of(new String(content, StandardCharsets.UTF_16LE));
    } else if (first == 0xFE && second == 0xFF) {
      return Optional.of(new String(content, StandardCharsets.UTF_16BE));
    }
    return Optional.empty();
  }

  private static String decodeUnmarked(byte[] content) {
    int even = 0;
    int odd = 0;
    int looked = Math.min(content.length, LOOKED_AT) & ~1;
    for (int i = 0; i < looked; i += 2) {
      even += content[i] == 0 ? 1 : 0;
      odd += content[i + 1] == 0 ? 1 : 0;
    }
    if (odd > looked / 8 && even == 0) {
      return new String(content, StandardCharsets.UTF_16LE);
    } else if (even > looked / 8 && odd == 0) {
      return new String(content, StandardCharsets.UTF_16BE);
    }
    return strict(content, StandardCharsets.UTF_8)
        .or(() -> looksChinese(content) ? strict(content, CHINESE) : Optional.empty())
        .orElseGet(() -> new String(content, WESTERN));
  }

  private static Optional<String> strict(byte[] content, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(content))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** In common Chinese both bytes of a character are high; Western letters stand alone in ASCII. */
  private static boolean looksChinese(byte[] content) {
    int pairs = 0;
    int others = 0;
    for (int i = 0; i + 1 < content.length; i++) {
      if ((content[i] & 0xFF) >= 0x81) {
        boolean pair = (content[i + 1] & 0xFF) >= 0xA1;
        pairs += pair ? 1 : 0;
        others += pair ? 0 : 1;
        i++;
      }
    }
    return pairs > others;
  }
}
