package org.inkstone.service.sheet.function;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts of money in Thai words. */
final class ThaiText {
  private static final String[] DIGITS = {
    "", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"
  };
  private static final String[] PLACES = {"", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน"};
  private static final String MILLION = "ล้าน";
  private static final String ZERO = "ศูนย์";
  private static final String LAST_ONE = "เอ็ด";
  private static final String TWENTY = "ยี่";

  private ThaiText() {}

  /** Bahts and satangs; halves of a satang are rounded away from zero. */
  static String baht(BigDecimal amount) {
    BigDecimal rounded = amount.abs().setScale(2, RoundingMode.HALF_UP);
    String digits = rounded.unscaledValue().toString();
    String padded = "0".repeat(Math.max(0, 3 - digits.length())) + digits;
    String bahts = words(padded.substring(0, padded.length() - 2));
    String satangs = words(padded.substring(padded.length() - 2));
    StringBuilder text =
        new StringBuilder(rounded.signum() != 0 && amount.signum() < 0 ? "ลบ" : "");
    if (!bahts.isEmpty()) {
      text.append(bahts).append("บาท");
    } else if (satangs.isEmpty()) {
      text.append(ZERO).append("บาท");
    }
    return text.append(satangs.isEmpty() ? "ถ้วน" : satangs + "สตางค์").toString();
  }

  /** Digits in words, six places at a time; nothing for zero. */
  private static String words(String digits) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      int place = (digits.length() - 1 - i) % 6;
      words.append(word(digits.charAt(i) - '0', place, !words.isEmpty()));
      if (place == 0 && i < digits.length() - 1 && !words.isEmpty()) {
        words.append(MILLION);
      }
    }
    return words.toString();
  }

  private static String word(int digit, int place, boolean follows) {
    if (digit == 0) {
      return "";
    } else if (place == 1) {
      return (digit == 1 ? "" : digit == 2 ? TWENTY : DIGITS[digit]) + PLACES[1];
    } else if (place == 0 && digit == 1 && follows) {
      return LAST_ONE;
    }
    return DIGITS[digit] + PLACES[place];
  }
}
