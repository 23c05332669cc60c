package org.inkstone.service.sheet.format;

import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes moments and durations in a date format code. */
final class DateText {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"(?<quoted>[^\"]*)\"?|\\\\(?<escaped>.)|\\[(?<elapsed>h+|m+|s+)\\]|\\[(?<bracket>[^\\]]*)\\]"
              + "|(?<half>AM/PM|A/P|上午/下午)|(?<code>y+|m+|d+|h+|s+|a{3,4}|e+)|\\.(?<fraction>0+)"
              + "|[_*].|(?<other>.)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final String[] HALVES = {"AM", "PM"};
  private static final String[] CHINESE_HALVES = {"上午", "下午"};

  private final List<Piece> pieces = new ArrayList<>();
  private Locale locale = Locale.US;
  private boolean twelveHours;
  private int fractionDigits;

  /** The kinds of pieces of a code. */
  private enum Kind {
    LITERAL,
    YEAR,
    MONTH,
    DAY,
    WEEKDAY,
    HOUR,
    MINUTE,
    SECOND,
    ELAPSED,
    FRACTION,
    HALF
  }

  /** One piece: what it stands for and how it is written in the code. */
  private record Piece(Kind kind, String text) {}

  DateText(String section) {
    Matcher token = TOKEN.matcher(section);
    while (token.find()) {
      add(token);
    }
    minutesNotMonths();
  }

  private void add(Matcher token) {
    if (token.group("quoted") != null) {
      pieces.add(new Piece(Kind.LITERAL, token.group("quoted")));
    } else if (token.group("escaped") != null) {
      pieces.add(new Piece(Kind.LITERAL, token.group("escaped")));
    } else if (token.group("elapsed") != null) {
      pieces.add(new Piece(Kind.ELAPSED, token.group("elapsed").toLowerCase(Locale.ROOT)));
    } else if (token.group("bracket") != null) {
      String tag = token.group("bracket").toLowerCase(Locale.ROOT);
      locale = tag.matches("\\$-(?:[0-9a-f]*804|zh.*)") ? Locale.CHINA : locale;
    } else if (token.group("half") != null) {
      twelveHours = true;
      pieces.add(new Piece(Kind.HALF, token.group("half")));
    } else if (token.group("code") != null) {
      String code = token.group("code").toLowerCase(Locale.ROOT);
      pieces.add(new Piece(kind(code), code));
    } else if (token.group("fraction") != null) {
      fractionDigits = Math.min(3, token.group("fraction").length());
      pieces.add(new Piece(Kind.FRACTION, token.group("fraction")));
    } else if (token.group("other") != null) {
      pieces.add(new Piece(Kind.LITERAL, token.group("other")));
    }
  }

  private static Kind kind(String code) {
    return switch (code.charAt(0)) {
      case 'y', 'e' -> Kind.YEAR;
      case 'm' -> Kind.MONTH;
      case 'd' -> code.length() > 2 ? Kind.WEEKDAY : Kind.DAY;
      case 'a' -> Kind.WEEKDAY;
      case 'h' -> Kind.HOUR;
      default -> Kind.SECOND;
    };
  }

  /** An m right after hours or right before seconds is minutes. */
  private void minutesNotMonths() {
    Kind before = Kind.LITERAL;
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (piece.kind == Kind.LITERAL) {
        continue;
      }
      boolean hours = before == Kind.HOUR || before == Kind.ELAPSED;
      if (piece.kind == Kind.MONTH && (hours || nextKind(i) == Kind.SECOND)) {
        pieces.set(i, new Piece(Kind.MINUTE, piece.text));
      }
      before = pieces.get(i).kind;
    }
  }

  private Kind nextKind(int index) {
    for (int i = index + 1; i < pieces.size(); i++) {
      if (pieces.get(i).kind != Kind.LITERAL) {
        return pieces.get(i).kind;
      }
    }
    return Kind.LITERAL;
  }

  /** The text of a moment; the serial number gives elapsed hours, minutes and seconds. */
  String of(LocalDateTime exact, double serial) {
    LocalDateTime moment = rounded(exact);
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces) {
      text.append(
          switch (piece.kind) {
            case LITERAL -> piece.text;
            case YEAR -> year(piece.text, moment.getYear());
            case MONTH -> month(piece.text, moment);
            case DAY -> padded(moment.getDayOfMonth(), piece.text);
            case WEEKDAY -> weekday(piece.text, moment);
            case HOUR ->
                padded(
                    twelveHours ? (moment.getHour() + 11) % 12 + 1 : moment.getHour(), piece.text);
            case MINUTE -> padded(moment.getMinute(), piece.text);
            case SECOND -> padded(moment.getSecond(), piece.text);
            case ELAPSED -> elapsed(piece.text, serial);
            case FRACTION -> "." + fraction(moment, piece.text.length());
            case HALF -> half(piece.text, moment.getHour() / 12);
          });
    }
    return text.toString();
  }

  /** Seconds are rounded to the digits that are shown. */
  private LocalDateTime rounded(LocalDateTime moment) {
    long step = Math.round(Math.pow(10, 9 - fractionDigits));
    long nano = Math.round((double) moment.get(ChronoField.NANO_OF_SECOND) / step) * step;
    return moment.withNano(0).plusNanos(nano);
  }

  private static String year(String code, int year) {
    return code.startsWith("y") && code.length() < 3
        ? String.format(Locale.ROOT, "%02d", year % 100)
        : String.format(Locale.ROOT, "%04d", year);
  }

  private String month(String code, LocalDateTime moment) {
    return switch (code.length()) {
      case 1, 2 -> padded(moment.getMonthValue(), code);
      case 3 -> moment.getMonth().getDisplayName(TextStyle.SHORT, locale);
      case 5 -> moment.getMonth().getDisplayName(TextStyle.NARROW, locale);
      default -> moment.getMonth().getDisplayName(TextStyle.FULL, locale);
    };
  }

  private String weekday(String code, LocalDateTime moment) {
    Locale language = code.startsWith("a") ? Locale.CHINA : locale;
    boolean whole = code.length() > 3;
    return moment.getDayOfWeek().getDisplayName(whole ? TextStyle.FULL : TextStyle.SHORT, language);
  }

  private static String padded(long number, String code) {
    return code.length() > 1 ? String.format(Locale.ROOT, "%02d", number) : Long.toString(number);
  }

  private String elapsed(String code, double serial) {
    double units =
        switch (code.charAt(0)) {
          case 'h' -> 24;
          case 'm' -> 1440;
          default -> 86_400;
        };
    // a tenth of a millisecond, so that 1.5 hours given as a binary fraction are 90 minutes
    return padded((long) Math.floor(serial * units + units / 8.64e8), code);
  }

  private static String fraction(LocalDateTime moment, int digits) {
    String nanos = String.format(Locale.ROOT, "%09d", moment.get(ChronoField.NANO_OF_SECOND));
    return nanos.substring(0, Math.min(9, digits));
  }

  private static String half(String code, int half) {
    return code.startsWith("上")
        ? CHINESE_HALVES[half]
        : code.length() == 3 ? HALVES[half].substring(0, 1) : HALVES[half];
  }
}
