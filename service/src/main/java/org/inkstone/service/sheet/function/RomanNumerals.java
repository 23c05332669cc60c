package org.inkstone.service.sheet.function;

import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Roman numerals, from the classic form to ever shorter ones. */
final class RomanNumerals {
  private static final String SIGNS = "MDCLXVI";
  private static final int[] VALUES = {1000, 500, 100, 50, 10, 5, 1};
  private static final int FORMS = 5;

  /** For each form the numerals of one or two signs, by value from the largest. */
  private static final List<SortedMap<Integer, String>> NUMERALS =
      IntStream.range(0, FORMS).mapToObj(RomanNumerals::numerals).toList();

  private RomanNumerals() {}

  /**
   * A form lets a sign stand before a larger one that is this many signs further away than the
   * classic form allows: 499 is CDXCIX, LDVLIV, XDIX, VDIV, ID.
   */
  private static SortedMap<Integer, String> numerals(int form) {
    SortedMap<Integer, String> numerals = new TreeMap<>(Comparator.reverseOrder());
    for (int i = 0; i < VALUES.length; i++) {
      numerals.put(VALUES[i], SIGNS.substring(i, i + 1));
    }
    for (int unit = 2; unit < VALUES.length; unit += 2) {
      for (int small = unit; small <= Math.min(unit + form, VALUES.length - 1); small++) {
        for (int large = unit - 2; large < unit; large++) {
          numerals.putIfAbsent(
              VALUES[large] - VALUES[small], "" + SIGNS.charAt(small) + SIGNS.charAt(large));
        }
      }
    }
    return numerals;
  }

  /**
   * A whole number from 0 to 3999.
   *
   * @param form 0 for the classic form to 4 for the shortest
   */
  static String of(int number, int form) {
    StringBuilder roman = new StringBuilder();
    int rest = number;
    for (var numeral : NUMERALS.get(form).entrySet()) {
      roman.append(numeral.getValue().repeat(rest / numeral.getKey()));
      rest %= numeral.getKey();
    }
    return roman.toString();
  }
}
