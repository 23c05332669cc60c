package org.inkstone.service.config;

import io.smallrye.config.ConfigMapping;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.inkstone.service.engine.EngineOptions;

/** What an administrator may change of the engine; the rest are its defaults. */
@ConfigMapping(prefix = "inkstone.engine")
interface EngineSettings {
  /** How many threads compute. */
  OptionalInt threads();

  /** The most tokens of a prompt and its answer together. */
  OptionalInt contextTokens();

  /** How much work may wait, in prompt tokens, before callers are told to try again later (429). */
  OptionalLong interactiveBudget();

  /** The same for long tasks. */
  OptionalLong batchBudget();

  /** The engine's options. */
  default EngineOptions options() {
    EngineOptions defaults = EngineOptions.defaults();
    return EngineOptions.builder()
        .threads(threads().orElse(defaults.threads()))
        .contextTokens(contextTokens().orElse(defaults.contextTokens()))
        .budgets(
            interactiveBudget().orElse(defaults.interactiveBudget()),
            batchBudget().orElse(defaults.batchBudget()))
        .build();
  }
}
