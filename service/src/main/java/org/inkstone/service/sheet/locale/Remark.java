package org.inkstone.service.sheet.locale;

import java.util.Objects;

/** Something that a person should know about a formula, in English and in Chinese. */
public record Remark(String en, String zh) {
  public Remark {
    Objects.requireNonNull(en, "en");
    Objects.requireNonNull(zh, "zh");
  }
}
