package org.inkstone.service.sheet.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Makes the names of a table's columns complete and unique. */
final class ColumnNames {
  private ColumnNames() {}

  /** Blanks become numbered names, in Chinese among Chinese; a repeated name gets a number. */
  static List<String> complete(List<String> headers, boolean chinese) {
    Set<String> taken = new HashSet<>();
    headers.forEach(header -> taken.add(key(header)));
    Set<String> seen = new HashSet<>();
    Map<String, Integer> numbers = new HashMap<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < headers.size(); i++) {
      String header = headers.get(i);
      String stem = header.isEmpty() ? (chinese ? "列" : "Column") + (i + 1) : header;
      boolean first = header.isEmpty() ? taken.add(key(stem)) : seen.add(key(stem));
      names.add(first ? stem : numbered(stem, header.isEmpty() ? "_" : "", taken, numbers));
    }
    return names;
  }

  private static String numbered(
      String stem, String between, Set<String> taken, Map<String, Integer> numbers) {
    int number = numbers.getOrDefault(key(stem), 2);
    while (!taken.add(key(stem + between + number))) {
      number++;
    }
    numbers.put(key(stem), number + 1);
    return stem + between + number;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** Whether a text has a Chinese character. */
  static boolean isChinese(String text) {
    return text.codePoints()
        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
  }
}
