package org.inkstone.service.engine.internal.decode;

import java.nio.FloatBuffer;
import org.inkstone.service.engine.internal.onnx.GraphSession;
import org.inkstone.service.engine.internal.onnx.KvSnapshot;
import org.inkstone.service.engine.internal.onnx.Step;
import org.jspecify.annotations.Nullable;

/**
 * Feeds the tokens of one sequence into its row, a chunk a step.
 *
 * <p>A fixed part is always fed by itself, and the rest after it, whether the cache helps or not:
 * so each step has the same shape, and the result is the same to the last bit.
 */
final class Feeder {
  /** Shorter parts are not worth a copy. */
  private static final int LEAST_PREFIX = 8;

  private final EngineCore core;
  private final GraphSession graph;
  private final Row row;
  private final Object owner;
  private final int[] tokens;
  private final @Nullable PrefixKey prefix;
  private int fed;
  private int cached;

  /**
   * A sequence.
   *
   * @param tokens the live array; only what is asked for is read
   * @param prefix its fixed part; null for none
   */
  Feeder(
      EngineCore core,
      GraphSession graph,
      Row row,
      Object owner,
      int[] tokens,
      @Nullable PrefixKey prefix) {
    this.core = core;
    this.graph = graph;
    this.row = row;
    this.owner = owner;
    this.tokens = tokens;
    this.prefix = prefix != null && prefix.tokens() > 0 ? prefix : null;
    findPrefix();
  }

  int rowIndex() {
    return row.index();
  }

  /** How many tokens are in the row. */
  int fed() {
    return fed;
  }

  /** How many of them did not have to be computed. */
  int cached() {
    return cached;
  }

  /** Whether the fixed part is in the row. */
  boolean hasPrefix() {
    return prefix == null || fed >= prefix.tokens();
  }

  /** Computes the next chunk of the fixed part, and keeps it when it is whole. */
  void feedPrefix() {
    if (prefix == null) {
      return;
    }
    feed(Math.min(chunk(), prefix.tokens() - fed), Integer.MAX_VALUE);
    if (hasPrefix()) {
      keep(prefix);
    }
  }

  /** The most tokens of one step. */
  int chunk() {
    return core.options().prefillChunk();
  }

  /**
   * Computes the next tokens.
   *
   * @param wantedFrom the output is wanted from this place of the sequence on
   * @return the output, one row a wanted place (of an encoder: a place)
   */
  FloatBuffer feed(int count, int wantedFrom) {
    Step step = core.step();
    step.beginRow(row.index(), count);
    step.setTokens(tokens, fed, fed);
    for (int place = Math.max(fed, wantedFrom); place < fed + count; place++) {
      step.want(place - fed);
    }
    FloatBuffer output = core.run(graph, owner);
    core.counters().computed(count);
    advance(count);
    return output;
  }

  /** Says that tokens were fed by a step of several rows. */
  void advance(int count) {
    fed += count;
    row.setLength(fed);
  }

  /** Goes back to just after the fixed part, to feed another sequence with the same one. */
  Feeder again(int[] otherTokens) {
    Feeder other = new Feeder(core, graph, row, owner, otherTokens, null);
    other.fed = prefix == null ? 0 : prefix.tokens();
    row.setResident(prefix);
    return other;
  }

  private void findPrefix() {
    if (prefix == null) {
      row.setResident(null);
      return;
    }
    KvSnapshot snapshot = core.prefixes().find(prefix);
    if (keeps() && row.holds(prefix)) {
      found(prefix);
    } else if (snapshot != null) {
      core.slab().restore(row.index(), snapshot);
      row.setResident(prefix);
      found(prefix);
    } else {
      row.setResident(null);
      core.counters().prefixMissed();
    }
  }

  private void found(PrefixKey key) {
    fed = key.tokens();
    cached = fed;
    row.setLength(fed);
    core.counters().prefixFound(fed);
  }

  private void keep(PrefixKey key) {
    if (!keeps()) {
      return;
    }
    row.setResident(key);
    long bytes = core.slab().snapshotBytes(key.tokens(), key.layers());
    if (key.tokens() >= LEAST_PREFIX && core.prefixes().takes(bytes)) {
      core.prefixes().put(key, core.slab().snapshot(row.index(), key.tokens(), key.layers()));
    }
  }

  private boolean keeps() {
    return core.prefixes().takes(1);
  }
}
