package org.inkstone.service.sheet.function;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the products other than Excel have: LibreOffice 7.4 by its own list of functions, the others
 * by their documentation and by what a function says of itself.
 */
public final class OtherProducts {
  private static final Map<String, String> LIBREOFFICE_ENGLISH =
      TableFile.rows(OtherProducts.class, "libreoffice-english.tsv", 2).stream()
          .collect(Collectors.toUnmodifiableMap(row -> row.get(0), row -> row.get(1)));
  private static final Set<String> LIBREOFFICE =
      TableFile.rows(OtherProducts.class, "libreoffice.txt", 1).stream()
          .map(row -> row.getFirst())
          .collect(Collectors.toUnmodifiableSet());
  private static final Map<Product, Set<String>> LACKING = lacking();

  private OtherProducts() {}

  private static Map<Product, Set<String>> lacking() {
    Map<Product, Set<String>> lacking = new EnumMap<>(Product.class);
    TableFile.rows(OtherProducts.class, "other-products.tsv", 2)
        .forEach(row -> {
          Product product = Product.valueOf(row.get(0).toUpperCase(Locale.ROOT));
          lacking.computeIfAbsent(product, key -> new HashSet<>()).add(row.get(1));
        });
    return lacking;
  }

  /** Excel's names of functions that LibreOffice has under another English name, to that name. */
  public static Map<String, String> libreOfficeEnglish() {
    return LIBREOFFICE_ENGLISH;
  }

  /** The function with the products that lack it. */
  static FunctionInfo marked(FunctionInfo info) {
    Set<Product> all = EnumSet.noneOf(Product.class);
    all.addAll(info.lacking());
    LACKING.forEach((product, names) -> {
      if (names.contains(info.name())) {
        all.add(product);
      }
    });
    if (LIBREOFFICE.contains(LIBREOFFICE_ENGLISH.getOrDefault(info.name(), info.name()))) {
      all.remove(Product.LIBREOFFICE);
    } else {
      all.add(Product.LIBREOFFICE);
    }
    return info.lackingIn(all);
  }
}
