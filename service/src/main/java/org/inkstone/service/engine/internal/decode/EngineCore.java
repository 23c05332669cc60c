package org.inkstone.service.engine.internal.decode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.EngineException.Kind;
import org.inkstone.service.engine.EngineOptions;
import org.inkstone.service.engine.ModelConfig;
import org.inkstone.service.engine.internal.embedding.BilingualEncoder;
import org.inkstone.service.engine.internal.graph.EncoderGraph;
import org.inkstone.service.engine.internal.model.ModelFolder;
import org.inkstone.service.engine.internal.onnx.GraphSession;
import org.inkstone.service.engine.internal.onnx.GraphSession.Shape;
import org.inkstone.service.engine.internal.onnx.KvSlab;
import org.inkstone.service.engine.internal.onnx.OnnxRuntime;
import org.inkstone.service.engine.internal.onnx.Step;
import org.inkstone.service.engine.internal.onnx.StepSwitch;
import org.inkstone.service.engine.internal.sampling.Logits;
import org.jspecify.annotations.Nullable;

/**
 * Everything native of one engine. Made, used and closed by the engine's thread; the step switch
 * alone is for others too.
 */
final class EngineCore implements AutoCloseable {
  /** The most places of one step whose logits are wanted: rows that decode, or forced tokens. */
  static final int MAX_WANTED = 64;

  private final ModelFolder folder;
  private final ModelConfig config;
  private final EngineOptions options;
  private final EngineCounters counters;
  private final OnnxRuntime runtime;
  private final KvSlab slab;
  private final Step step;
  private final StepSwitch stop;
  private final GraphSession decoder;
  private final Map<Integer, GraphSession> encoders = new HashMap<>();
  private final PrefixCache prefixes;
  private final Logits logits;
  private final List<Row> rows = new ArrayList<>();
  private @Nullable BilingualEncoder sentences;

  EngineCore(
      ModelFolder folder, ModelConfig config, EngineOptions options, EngineCounters counters) {
    this.folder = folder;
    this.config = config;
    this.options = options;
    this.counters = counters;
    runtime = new OnnxRuntime(options.threads());
    int context = contextTokens(config, options);
    slab = new KvSlab(runtime, config, rowsThatFit(config, options, context), context);
    step = new Step(runtime, slab.rows(), options.prefillChunk(), MAX_WANTED);
    stop = new StepSwitch();
    Shape shape = new Shape(config.layers(), config.vocabularySize(), MAX_WANTED);
    decoder = loadDecoder(shape);
    prefixes = new PrefixCache(options.prefixCacheBytes(), counters);
    logits = new Logits(config.vocabularySize());
    for (int i = 0; i < slab.rows(); i++) {
      rows.add(new Row(i));
    }
    warmUp();
  }

  private GraphSession loadDecoder(Shape shape) {
    try {
      return GraphSession.decoder(runtime, folder.decoder(), slab, shape);
    } catch (EngineException e) {
      step.close();
      stop.close();
      slab.close();
      throw e;
    }
  }

  /** The first step of a kind allocates; nobody should wait for that. */
  private void warmUp() {
    for (int tokens : new int[] {1, Math.min(8, options.prefillChunk())}) {
      step.beginRow(0, tokens);
      step.setTokens(new int[tokens], 0, 0);
      step.want(0);
      run(decoder, this);
    }
  }

  static int contextTokens(ModelConfig config, EngineOptions options) {
    return Math.min(config.contextLength(), options.contextTokens());
  }

  private static int rowsThatFit(ModelConfig config, EngineOptions options, int context) {
    long rowBytes = KvSlab.bytesPerToken(config) * context;
    return Math.clamp(options.kvBytes() / rowBytes, 1, options.maxRows());
  }

  ModelConfig config() {
    return config;
  }

  EngineOptions options() {
    return options;
  }

  EngineCounters counters() {
    return counters;
  }

  KvSlab slab() {
    return slab;
  }

  Step step() {
    return step;
  }

  StepSwitch stop() {
    return stop;
  }

  GraphSession decoder() {
    return decoder;
  }

  PrefixCache prefixes() {
    return prefixes;
  }

  /** The logits of one position; the same object each time. */
  Logits logits() {
    return logits;
  }

  List<Row> rows() {
    return rows;
  }

  /** The graph cut after a layer, written and loaded when it is first asked for. */
  GraphSession encoder(int layer) {
    return encoders.computeIfAbsent(layer, this::loadEncoder);
  }

  /** The sentence embeddings, loaded when they are first asked for. */
  BilingualEncoder sentences() {
    if (sentences == null) {
      sentences = new BilingualEncoder(runtime);
    }
    return sentences;
  }

  /**
   * Runs the prepared step.
   *
   * @param owner who may end it from outside
   * @throws CancellationException if the owner did
   */
  FloatBuffer run(GraphSession graph, Object owner) {
    stop.begin(owner);
    try {
      FloatBuffer output = graph.run(step, stop);
      stop.finish();
      return output;
    } catch (EngineException e) {
      if (stop.finish()) {
        throw (CancellationException) new CancellationException("ended").initCause(e);
      }
      throw e;
    }
  }

  private GraphSession loadEncoder(int layer) {
    try {
      if (!Files.exists(folder.encoder(layer))) {
        EncoderGraph.write(folder, layer);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new EngineException(
          Kind.BAD_MODEL, "can't cut " + folder.decoder() + " after layer " + layer, e);
    }
    Shape shape = new Shape(layer, config.hiddenSize(), options.prefillChunk());
    return GraphSession.encoder(runtime, folder.encoder(layer), slab, shape);
  }

  @Override
  public void close() {
    prefixes.close();
    if (sentences != null) {
      sentences.close();
    }
    encoders.values().forEach(GraphSession::close);
    decoder.close();
    step.close();
    stop.close();
    slab.close();
  }
}
