package org.inkstone.service.sheet.locale;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.inkstone.service.sheet.formula.TableSection;
import org.inkstone.service.sheet.function.FunctionCatalog;
import org.inkstone.service.sheet.function.FunctionInfo;
import org.inkstone.service.sheet.function.OtherProducts;
import org.inkstone.service.sheet.function.Product;
import org.inkstone.service.sheet.function.TableFile;
import org.jspecify.annotations.Nullable;

/** The words of one product in one language: functions, truth values, errors, parts of tables. */
final class FunctionNames {
  /** Before the names of values in a table, which calls do not have. */
  private static final String LITERAL = "=";

  private static final Map<String, FunctionNames> TABLES = new ConcurrentHashMap<>();

  private final Map<String, String> local = new HashMap<>();
  private final Map<String, String> canonical = new HashMap<>();
  private final Set<String> known = new HashSet<>();

  private FunctionNames(FormulaLocale locale, boolean libreOffice) {
    boolean packed = libreOffice || locale.translates();
    if (packed && !locale.equals(FormulaLocale.ENGLISH)) {
      rows(locale.tag() + ".tsv", 2).forEach(row -> put(row.get(0), row.get(1)));
    }
    if (!libreOffice && locale.translates()) {
      // Microsoft and LibreOffice word these differently
      sections().forEach(known::remove);
    } else if (libreOffice || locale.equals(FormulaLocale.ENGLISH)) {
      known.addAll(sections());
    }
    if (!libreOffice) {
      rows("excel.tsv", 3).stream()
          .filter(row -> row.get(0).equals(locale.tag()))
          .forEach(row -> put(row.get(1), row.get(2)));
    } else {
      rows("libreoffice.tsv", 3).stream()
          .filter(row -> row.get(0).equals(locale.tag()))
          .forEach(row -> put(row.get(1), row.get(2)));
      OtherProducts.libreOfficeEnglish().forEach((name, english) -> put(name, of(english)));
    }
    for (FunctionInfo info : FunctionCatalog.standard().all()) {
      if (!locale.translates() || info.isIn(Product.LIBREOFFICE)) {
        known.add(info.name());
      }
      local.putIfAbsent(info.name(), info.name());
    }
    List.of("TRUE", "FALSE").forEach(word -> local.putIfAbsent(word, word));
    known.addAll(List.of("TRUE", "FALSE"));
    invert();
  }

  /** The words of a product in a locale. */
  static FunctionNames of(FormulaLocale locale, Product product) {
    boolean libreOffice = product == Product.LIBREOFFICE;
    return TABLES.computeIfAbsent(
        locale.tag() + libreOffice, key -> new FunctionNames(locale, libreOffice));
  }

  private void put(String name, String word) {
    if (!word.isEmpty()) {
      local.put(name, word);
      known.add(name);
    }
  }

  /** Words of functions that are in the catalogue win over words of LibreOffice's own functions. */
  private void invert() {
    local.forEach((name, word) -> canonical.merge(upper(word), name, this::better));
  }

  private String better(String a, String b) {
    return rank(a) < rank(b) ? a : b;
  }

  private int rank(String name) {
    boolean listed = FunctionCatalog.standard().find(name).isPresent();
    return (listed ? 0 : 2) + (known.contains(name) ? 0 : 1);
  }

  /** The localized word; the canonical one itself where there is none. */
  String of(String name) {
    return local.getOrDefault(name, name);
  }

  /** A word that is a value and no call; TRUE and TRUE() differ in some languages. */
  String literal(String name) {
    return local.getOrDefault(LITERAL + name, of(name));
  }

  /** The canonical word of a localized one that is called, in any case; null if it is none. */
  @Nullable String canonicalCall(String word) {
    String name = canonical(word);
    return name != null && name.startsWith(LITERAL) ? null : name;
  }

  /** TRUE or FALSE for their localized words, in any case; null for others. */
  @Nullable String canonicalBool(String word) {
    String name = canonical(word);
    String bare = name == null ? "" : name.replace(LITERAL, "");
    return bare.equals("TRUE") || bare.equals("FALSE") ? bare : null;
  }

  /** The canonical word of a localized one, in any case; null if it is none. */
  private @Nullable String canonical(String word) {
    return canonical.get(upper(word));
  }

  /** Whether a table says what the word is in this language, be it the same. */
  boolean isKnown(String name) {
    return known.contains(name);
  }

  private static List<String> sections() {
    return Stream.of(TableSection.values()).map(TableSection::literal).toList();
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }

  private static List<List<String>> rows(String resource, int columns) {
    return TableFile.rows(FunctionNames.class, resource, columns);
  }
}
