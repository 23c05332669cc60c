package org.inkstone.service.sheet.locale;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A formula as a product shows it in a language.
 *
 * @param text with its leading {@code =}; null if it could not be written so that it reads back as
 *     the same formula
 * @param remarks what was not certain
 */
public record Localized(@Nullable String text, List<Remark> remarks) {
  public Localized {
    remarks = List.copyOf(remarks);
  }

  /** Whether the text, read back in the same language, is the formula that it was made of. */
  public boolean roundTrip() {
    return text != null;
  }
}
