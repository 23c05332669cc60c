package org.inkstone.service.config;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.inkstone.service.engine.EngineMetrics;
import org.inkstone.service.engine.WorkClass;

/** What the engine counts, as Prometheus reads it; all zero until the model is loaded. */
@Singleton
class EngineMeters implements MeterBinder {
  private final EngineHost host;

  EngineMeters(EngineHost host) {
    this.host = host;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (WorkClass work : WorkClass.values()) {
      String tag = work.name().toLowerCase(Locale.ROOT);
      gauge(registry, "inkstone.engine.queued", tag, metrics -> metrics.queued(work));
      gauge(registry, "inkstone.engine.running", tag, metrics -> metrics.running(work));
      counter(registry, "inkstone.engine.refused", "class", tag, metrics -> metrics.refused(work));
    }
    tokens(registry, "prompt", EngineMetrics::promptTokens);
    tokens(registry, "cached", EngineMetrics::cachedTokens);
    tokens(registry, "output", EngineMetrics::outputTokens);
    tokens(registry, "forced", EngineMetrics::forcedTokens);
    counter(registry, "inkstone.prefix.cache", "result", "hit", EngineMetrics::prefixHits);
    counter(registry, "inkstone.prefix.cache", "result", "miss", EngineMetrics::prefixMisses);
    Gauge.builder(
            "inkstone.prefix.cache.bytes", this, m -> m.value(EngineMetrics::prefixCacheBytes))
        .register(registry);
    FunctionTimer.builder(
            "inkstone.first.token",
            this,
            m -> (long) m.value(EngineMetrics::firstTokens),
            m -> m.value(EngineMetrics::firstTokenMillis),
            TimeUnit.MILLISECONDS)
        .description("time from the call to the first token")
        .register(registry);
  }

  private void tokens(MeterRegistry registry, String kind, ToDoubleFunction<EngineMetrics> value) {
    counter(registry, "inkstone.tokens", "kind", kind, value);
  }

  private void gauge(
      MeterRegistry registry, String name, String tag, ToDoubleFunction<EngineMetrics> value) {
    Gauge.builder(name, this, meters -> meters.value(value)).tag("class", tag).register(registry);
  }

  private void counter(
      MeterRegistry registry,
      String name,
      String tag,
      String tagValue,
      ToDoubleFunction<EngineMetrics> value) {
    FunctionCounter.builder(name, this, meters -> meters.value(value))
        .tag(tag, tagValue)
        .register(registry);
  }

  private double value(ToDoubleFunction<EngineMetrics> value) {
    return host.loaded().map(engine -> value.applyAsDouble(engine.metrics())).orElse(0.0);
  }
}
