package org.inkstone.service.sheet.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Makes the names of a table's columns complete and unique. */
final class ColumnNames {
  private ColumnNames() {}

  /** Blanks become numbered names, in Chinese among Chinese; a repeated name gets a number. */
  static List<String> complete(List<String> headers, boolean chinese) {
    Set<String> taken = new HashSet<>();
    for (String header : headers) {
      taken.add(header.toLowerCase(Locale.ROOT));
    }
    Set<String> used = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < headers.size(); i++) {
      String stem = headers.get(i).isEmpty() ? (chinese ? "列" : "Column") : headers.get(i);
      String name = headers.get(i).isEmpty() ? stem + (i + 1) : stem;
      int number = 2;
      while (used.contains(name.toLowerCase(Locale.ROOT))
          || (!name.equals(headers.get(i)) && taken.contains(name.toLowerCase(Locale.ROOT)))) {
        name = stem + (headers.get(i).isEmpty() ? (i + 1) + "_" : "") + number++;
      }
      used.add(name.toLowerCase(Locale.ROOT));
      names.add(name);
    }
    return names;
  }

  /** Whether a text has a Chinese character. */
  static boolean isChinese(String text) {
    return text.codePoints()
        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
  }
}
