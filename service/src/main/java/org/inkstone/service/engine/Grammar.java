package org.inkstone.service.engine;

import java.util.Objects;

/** What a generated text must look like; tokens that would break it are never chosen. */
public sealed interface Grammar {
  /** Any text. */
  record Free() implements Grammar {}

  /**
   * A JSON value that a JSON Schema (2020-12, the subset of service/docs/grammar.md) accepts.
   *
   * @param schema the schema as JSON text
   */
  record JsonSchema(String schema) implements Grammar {
    public JsonSchema {
      Objects.requireNonNull(schema, "schema");
    }
  }

  /**
   * A grammar in GBNF, the notation of llama.cpp: {@code root ::= "=" expr}, alternatives with
   * {@code |}, classes {@code [A-Z]}, repetition {@code * + ? {m,n}}, rules that call each other.
   *
   * @param text the rules; {@code root} is the start
   */
  record Gbnf(String text) implements Grammar {
    public Gbnf {
      Objects.requireNonNull(text, "text");
    }
  }

  /** Any text. */
  static Grammar free() {
    return new Free();
  }

  /** JSON that the schema accepts. */
  static Grammar jsonSchema(String schema) {
    return new JsonSchema(schema);
  }

  /** Text that the GBNF rules derive. */
  static Grammar gbnf(String text) {
    return new Gbnf(text);
  }
}
