package org.inkstone.sdk.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a new API key.
 *
 * @param name what a person calls it
 * @param scopes what it may do; all that the asking key may do unless given
 */
public record ApiKeyRequest(String name, @Nullable List<String> scopes) {
  public ApiKeyRequest {
    if (name == null || name.isBlank() || name.length() > 100) {
      throw new IllegalArgumentException("a key needs a name of 1 to 100 characters");
    }
    scopes = scopes == null ? null : List.copyOf(scopes);
  }
}
