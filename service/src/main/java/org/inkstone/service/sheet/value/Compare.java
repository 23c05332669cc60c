package org.inkstone.service.sheet.value;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.Locale;
import org.inkstone.service.sheet.Scalar;
import org.jspecify.annotations.Nullable;

/** Compares scalars as operators, sorting and matching do. */
public final class Compare {
  private static final double SAME = 1e-14;

  private static final Collator DICTIONARY = dictionary(ULocale.ROOT);
  private static final Collator CHINESE = dictionary(ULocale.CHINESE);

  /** Frozen, so that threads may share it; Chinese comes behind the letters. */
  private static Collator dictionary(ULocale locale) {
    Collator collator = Collator.getInstance(locale);
    collator.setReorderCodes(Collator.ReorderCodes.NONE);
    collator.setStrength(Collator.SECONDARY);
    return collator.freeze();
  }

  private Compare() {}

  /**
   * The order of two scalars that are no errors: numbers before texts before truth values; a blank
   * counts as 0, "" or FALSE beside another type.
   */
  public static int order(Scalar left, Scalar right) {
    if (left instanceof Scalar.Num a && right instanceof Scalar.Num b) {
      return numbers(a.value(), b.value());
    } else if (left instanceof Scalar.Text a && right instanceof Scalar.Text b) {
      return texts(a.value(), b.value());
    } else if (left instanceof Scalar.Blank) {
      return right instanceof Scalar.Blank ? 0 : order(like(right), right);
    } else if (right instanceof Scalar.Blank) {
      return order(left, like(left));
    } else if (left instanceof Scalar.Bool a && right instanceof Scalar.Bool b) {
      return Boolean.compare(a.value(), b.value());
    }
    return Integer.compare(rank(left), rank(right));
  }

  private static Scalar like(Scalar other) {
    return switch (other) {
      case Scalar.Text t -> Scalar.of("");
      case Scalar.Bool b -> Scalar.of(false);
      default -> Scalar.of(0);
    };
  }

  /** Numbers, texts, truth values, errors, blanks: the order in which sorting puts them. */
  public static int rank(Scalar scalar) {
    return switch (scalar) {
      case Scalar.Num n -> 0;
      case Scalar.Text t -> 1;
      case Scalar.Bool b -> 2;
      case Scalar.Err e -> 3;
      case Scalar.Blank b -> 4;
    };
  }

  /** The order of numbers at 15 significant digits. */
  public static int numbers(double a, double b) {
    if (a == b) {
      return 0;
    }
    boolean close = Math.abs(a - b) <= SAME * Math.max(Math.abs(a), Math.abs(b));
    if (close && NumberText.digits15(a) == NumberText.digits15(b)) {
      return 0;
    }
    return Double.compare(a, b);
  }

  /**
   * The order of texts without regard to case, as dictionaries have it: signs, digits, letters with
   * accents beside those without, Chinese by its sound. Only texts that differ in nothing but case
   * are equal.
   */
  public static int texts(String a, String b) {
    int byCode = a.compareToIgnoreCase(b);
    if (byCode == 0 || isPlain(a) && isPlain(b)) {
      return byCode;
    }
    int byDictionary = (isChinese(a) || isChinese(b) ? CHINESE : DICTIONARY).compare(a, b);
    return byDictionary == 0 ? byCode : byDictionary;
  }

  private static boolean isChinese(String text) {
    return text.codePoints().anyMatch(Character::isIdeographic);
  }

  /** Whether the codes of the characters are in the dictionary's order. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      if (!plain && c != ' ') {
        return false;
      }
    }
    return true;
  }

  /** The order that sorting gives: by type, blanks last. */
  public static int sorting(Scalar left, Scalar right) {
    int byType = Integer.compare(rank(left), rank(right));
    if (byType != 0) {
      return byType;
    }
    return left instanceof Scalar.Err || left instanceof Scalar.Blank ? 0 : order(left, right);
  }

  /** Whether two scalars are the same value of the same type; texts without regard to case. */
  public static boolean same(Scalar left, Scalar right) {
    return left.getClass() == right.getClass()
        && (left instanceof Scalar.Err ? left.equals(right) : order(left, right) == 0);
  }

  /**
   * What {@link #same} scalars have in common, for tables by value.
   *
   * @return null if same scalars need not have the same key
   */
  static @Nullable Object key(Scalar scalar) {
    return switch (scalar) {
      case Scalar.Num n -> NumberText.digits15(n.value()) + 0.0;
      case Scalar.Text t -> folded(t.value());
      case Scalar.Bool b -> b.value();
      case Scalar.Err e -> e.code();
      case Scalar.Blank b -> scalar;
    };
  }

  private static @Nullable String folded(String text) {
    if (text.indexOf('İ') >= 0) {
      return null; // the one letter that is two in lower case
    }
    char[] folded = text.toLowerCase(Locale.ROOT).toCharArray();
    for (int i = 0; i < folded.length; i++) {
      folded[i] = Character.toLowerCase(Character.toUpperCase(folded[i]));
    }
    return new String(folded);
  }
}
