package org.inkstone.service.sheet.value;

import java.util.ArrayList;
import java.util.List;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.FormatToken.Kind;

/** A number format as TEXT takes it: up to four sections, with conditions, dates and fractions. */
public final class FormatCode {
  private static final int MOST_CHARACTERS = 255;

  private record Section(List<FormatToken> tokens, String condition) {
    boolean hasDate() {
      return tokens.stream()
          .anyMatch(t -> t.is(Kind.DATE) || t.is(Kind.ELAPSED) || t.is(Kind.HALF_DAY));
    }

    boolean hasText() {
      return tokens.stream().anyMatch(t -> t.is(Kind.TEXT));
    }

    boolean has(Kind kind) {
      return tokens.stream().anyMatch(t -> t.is(kind));
    }

    /** 1 to 3 for Chinese numerals, 0 for none. */
    int numerals() {
      for (FormatToken token : tokens) {
        if (token.is(Kind.BRACKET) && token.text().matches("dbnum[123]")) {
          return token.text().charAt(5) - '0';
        }
      }
      return 0;
    }
  }

  private final List<Section> sections = new ArrayList<>();

  private FormatCode(String code) {
    for (String section : split(code)) {
      List<FormatToken> tokens = FormatToken.of(section);
      String condition = "";
      for (FormatToken token : tokens) {
        String inside = token.text().replace(" ", "");
        if (token.is(Kind.BRACKET) && inside.matches("(<=|>=|<>|<|>|=)-?[0-9.]+")) {
          condition = inside;
        }
      }
      sections.add(new Section(tokens, condition));
    }
  }

  /**
   * Reads a format.
   *
   * @throws FunctionError {@code #VALUE!} if it is none
   */
  public static FormatCode of(String code) {
    if (code.length() > MOST_CHARACTERS) {
      throw FunctionError.value();
    }
    return new FormatCode(code);
  }

  private static List<String> split(String code) {
    List<String> sections = new ArrayList<>();
    int start = 0;
    boolean quoted = false;
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '\\' && !quoted) {
        i++;
      } else if (c == ';' && !quoted) {
        sections.add(code.substring(start, i));
        start = i + 1;
      }
    }
    sections.add(code.substring(Math.min(start, code.length())));
    if (sections.size() > 4) {
      throw FunctionError.value();
    }
    return sections;
  }

  /** The value in this format. */
  public String format(Scalar value, DateSystem system) {
    return switch (value) {
      case Scalar.Text t -> text(t.value(), system);
      case Scalar.Bool b -> bool(b.value() ? "TRUE" : "FALSE");
      case Scalar.Err e -> throw FunctionError.of(e.code());
      case Scalar.Num n -> number(n.value(), system);
      case Scalar.Blank blank -> number(0, system);
    };
  }

  private String bool(String text) {
    Section last = sections.getLast();
    return sections.size() == 4 || last.hasText() ? text(last, text) : text;
  }

  private String text(String text, DateSystem system) {
    var number = NumberText.parse(text, system);
    Section last = sections.getLast();
    boolean forTexts = sections.size() == 4 || last.hasText();
    if (number.isPresent() && !last.hasText()) {
      return number(number.getAsDouble(), system);
    } else if (!forTexts) {
      return text;
    }
    return text(last, text);
  }

  private String number(double value, DateSystem system) {
    int index = section(value);
    if (index < 0) {
      return NumberFormat.general(value); // no condition holds
    }
    Section section = sections.get(index);
    // a section for negative numbers shows them without their sign
    boolean unsigned =
        sections.getFirst().condition().isEmpty()
            ? index == 1
            : !section.condition().isEmpty() && index > 0;
    double shown = unsigned ? Math.abs(value) : value;
    if (section.hasText()) {
      return text(section, NumberText.general(value));
    } else if (section.hasDate()) {
      return new DateFormat(section.tokens(), section.numerals()).format(shown, system);
    } else if (section.has(Kind.GENERAL) || section.tokens().isEmpty() || isOnlyNumerals(section)) {
      return general(section, shown);
    }
    String digits = new NumberFormat(section.tokens()).format(shown);
    return section.numerals() > 0 ? ChineseNumerals.digits(digits, section.numerals()) : digits;
  }

  private static boolean isOnlyNumerals(Section section) {
    return section.numerals() > 0 && section.tokens().stream().noneMatch(t -> t.is(Kind.DIGIT));
  }

  private int section(double value) {
    if (!sections.getFirst().condition().isEmpty()) {
      for (int i = 0; i < sections.size(); i++) {
        String condition = sections.get(i).condition();
        if (condition.isEmpty() || holds(condition, value)) {
          return i;
        }
      }
      return -1;
    }
    int count = sections.size() == 4 ? 3 : sections.size();
    boolean textLast = sections.size() > 1 && sections.size() < 4 && sections.getLast().hasText();
    count = textLast ? count - 1 : count;
    if (value < 0 && count > 1) {
      return 1;
    }
    return value == 0 && count > 2 ? 2 : 0;
  }

  private static boolean holds(String condition, double value) {
    String operator = condition.replaceAll("[-0-9.]", "");
    double limit = Double.parseDouble(condition.substring(operator.length()));
    return switch (operator) {
      case "<" -> value < limit;
      case "<=" -> value <= limit;
      case ">" -> value > limit;
      case ">=" -> value >= limit;
      case "=" -> value == limit;
      default -> value != limit;
    };
  }

  private static String text(Section section, String text) {
    StringBuilder out = new StringBuilder();
    for (FormatToken token : section.tokens()) {
      out.append(token.is(Kind.TEXT) ? text : token.is(Kind.BRACKET) ? "" : token.text());
    }
    return out.toString();
  }

  private static String general(Section section, double value) {
    boolean empty = section.tokens().isEmpty();
    String number =
        section.numerals() > 0
            ? ChineseNumerals.spoken(value, section.numerals())
            : NumberFormat.general(value);
    StringBuilder out = new StringBuilder();
    boolean written = empty;
    for (FormatToken token : section.tokens()) {
      if (token.is(Kind.GENERAL)) {
        out.append(number);
        written = true;
      } else if (!token.is(Kind.BRACKET)) {
        out.append(token.text());
      }
    }
    return written ? out.toString() : number + out;
  }

  /** Whether the format shows dates or times. */
  public boolean isDate() {
    return sections.getFirst().hasDate();
  }
}
