package org.inkstone.service.engine.internal.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A model that can be fetched; its digest decides what it is, not where it comes from.
 *
 * @param id what a user calls it
 * @param file the name of its file
 * @param bytes the file's length
 * @param sha256 the file's digest, in lower-case hexadecimal
 * @param license SPDX identifier
 * @param state what may be claimed of it
 * @param languages the languages it is meant for, as BCP 47 tags
 * @param sources where it can be had, tried in order
 */
public record CatalogModel(
    String id,
    String file,
    long bytes,
    String sha256,
    String license,
    State state,
    List<String> languages,
    List<CatalogSource> sources) {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  /** What may be claimed of a model. */
  public enum State {
    /** Imported here, compared with llama.cpp, and scored. */
    @JsonProperty("tested")
    TESTED,
    /** A recipe is there; it was not run here. */
    @JsonProperty("declared")
    DECLARED
  }

  public CatalogModel {
    if (!PLAIN.matcher(id).matches() || !PLAIN.matcher(file).matches()) {
      throw new IllegalArgumentException(
          "a model's id and file are plain names, not '" + id + "' and '" + file + "'");
    }
    if (bytes < 1 || !DIGEST.matcher(sha256).matches()) {
      throw new IllegalArgumentException(
          "model " + id + " needs a length and a SHA-256, not " + bytes + " and " + sha256);
    }
    languages = List.copyOf(languages);
    sources = List.copyOf(sources);
  }
}
