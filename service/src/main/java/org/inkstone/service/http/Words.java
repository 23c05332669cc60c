package org.inkstone.service.http;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** What problems say, in English and Chinese. */
record Words(Locale locale) {
  private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.CHINESE);

  /** The words for an {@code Accept-Language} header; English if it names neither language. */
  static Words of(@Nullable String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.isBlank()) {
      return new Words(Locale.ENGLISH);
    }
    try {
      Locale best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), SPOKEN);
      return new Words(best == null ? Locale.ENGLISH : best);
    } catch (IllegalArgumentException e) {
      return new Words(Locale.ENGLISH); // a header that nobody can read asks for nothing
    }
  }

  String title(ProblemType type) {
    return text(type.key() + ".title");
  }

  String detail(ProblemType type, Object... arguments) {
    return text(type.key() + ".detail", arguments);
  }

  /** Any other entry. */
  String text(String key, Object... arguments) {
    String pattern =
        ResourceBundle.getBundle(
                "org.inkstone.service.http.problems",
                locale,
                ResourceBundle.Control.getNoFallbackControl(
                    ResourceBundle.Control.FORMAT_PROPERTIES))
            .getString(key);
    return new MessageFormat(pattern, locale).format(arguments);
  }
}
