package org.inkstone.service.engine.internal.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.inkstone.service.engine.internal.graph.GraphNames;
import org.jspecify.annotations.Nullable;

/**
 * A loaded decoder, or one cut after a layer, at work on a {@link KvSlab}.
 *
 * <p>Everything native is bound once: for each range of rows the same tensors are past and present,
 * so the attention extends them in place, and the output lands in one buffer that lives as long as
 * the session. Used and closed by the engine's thread alone.
 */
public final class GraphSession implements AutoCloseable {
  /** What a session needs of the runtime for one range of rows. */
  private record Binding(Map<String, OnnxTensor> inputs, Map<String, OnnxTensor> outputs) {}

  private final OnnxRuntime runtime;
  private final OrtSession session;
  private final KvSlab slab;
  private final int layers;
  private final int width;
  private final boolean decoder;
  private final FloatBuffer output;
  private final @Nullable OnnxTensor[] outputTensors;
  private final @Nullable Binding[] bindings;

  private GraphSession(
      OnnxRuntime runtime, OrtSession session, KvSlab slab, Shape shape, boolean decoder) {
    this.runtime = runtime;
    this.session = session;
    this.slab = slab;
    this.layers = shape.layers();
    this.width = shape.width();
    this.decoder = decoder;
    this.output = Step.direct((long) shape.maxPlaces() * width * Float.BYTES).asFloatBuffer();
    this.outputTensors = new OnnxTensor[shape.maxPlaces() + 1];
    this.bindings = new Binding[slab.rows() * (slab.rows() + 1)];
  }

  /**
   * The sizes of a session.
   *
   * @param layers how many layers the graph has
   * @param width floats that it gives for a place
   * @param maxPlaces the most places in one step
   */
  public record Shape(int layers, int width, int maxPlaces) {}

  /** Loads a decoder: its output is the logits of the wanted places. */
  public static GraphSession decoder(OnnxRuntime runtime, Path graph, KvSlab slab, Shape shape) {
    return new GraphSession(runtime, runtime.open(graph), slab, shape, true);
  }

  /** Loads a cut decoder: its output is the hidden states of all places. */
  public static GraphSession encoder(OnnxRuntime runtime, Path graph, KvSlab slab, Shape shape) {
    return new GraphSession(runtime, runtime.open(graph), slab, shape, false);
  }

  /** How many layers it has. */
  public int layers() {
    return layers;
  }

  /** Floats that it gives for a place. */
  public int width() {
    return width;
  }

  /**
   * Runs a step.
   *
   * @return the live output buffer, one row of {@link #width} floats a place, until the next step
   */
  public FloatBuffer run(Step step, StepSwitch stop) {
    check(step);
    Binding binding = binding(step.firstRow(), step.rows());
    binding.inputs().put(GraphNames.INPUT_IDS, step.idsTensor());
    binding.inputs().put(GraphNames.LENGTHS, step.lengthsTensor());
    binding.inputs().put(GraphNames.TOTAL_LENGTH, step.totalTensor());
    if (decoder) {
      binding.inputs().put(GraphNames.LOGIT_INDEX, step.wantedTensor());
      binding.outputs().put(GraphNames.LOGITS, outputTensor(step.wantedCount()));
    } else {
      binding.outputs().put(GraphNames.HIDDEN_STATES, outputTensor(step.tokens()));
    }
    try {
      session.run(binding.inputs(), Set.of(), binding.outputs(), stop.options()).close();
      return output;
    } catch (OrtException e) {
      throw NativeErrors.running(e);
    }
  }

  /** The runtime checks pinned shapes weakly, and a wrong one corrupts memory. */
  private void check(Step step) {
    int last = step.firstRow() + step.rows();
    int places = decoder ? step.wantedCount() : step.rows() * step.tokens();
    if (step.longest() > slab.capacity() || last > slab.rows() || places >= outputTensors.length) {
      throw new IllegalArgumentException(
          "a step to length %d of %d, row %d of %d, with %d outputs of %d"
              .formatted(
                  step.longest(),
                  slab.capacity(),
                  last,
                  slab.rows(),
                  places,
                  outputTensors.length - 1));
    }
  }

  private Binding binding(int firstRow, int rows) {
    int key = firstRow * (slab.rows() + 1) + rows;
    Binding binding = bindings[key];
    if (binding == null) {
      binding = bind(firstRow, rows);
      bindings[key] = binding;
    }
    return binding;
  }

  private Binding bind(int firstRow, int rows) {
    Map<String, OnnxTensor> inputs = new HashMap<>();
    Map<String, OnnxTensor> outputs = new HashMap<>();
    for (int layer = 0; layer < layers; layer++) {
      OnnxTensor keys = slab.keys(layer, firstRow, rows);
      OnnxTensor values = slab.values(layer, firstRow, rows);
      inputs.put(GraphNames.pastKey(layer), keys);
      inputs.put(GraphNames.pastValue(layer), values);
      outputs.put(GraphNames.presentKey(layer), keys);
      outputs.put(GraphNames.presentValue(layer), values);
    }
    return new Binding(inputs, outputs);
  }

  private OnnxTensor outputTensor(int places) {
    OnnxTensor tensor = outputTensors[places];
    if (tensor == null) {
      FloatBuffer part = output.slice(0, places * width);
      tensor =
          decoder ? runtime.tensor(part, places, width) : runtime.tensor(part, 1, places, width);
      outputTensors[places] = tensor;
    }
    return tensor;
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw NativeErrors.running(e);
    } finally {
      Step.closeAll(outputTensors);
      for (Binding binding : bindings) {
        if (binding != null) {
          closeCaches(binding);
        }
      }
    }
  }

  private void closeCaches(Binding binding) {
    for (int layer = 0; layer < layers; layer++) {
      closeOne(binding, GraphNames.presentKey(layer));
      closeOne(binding, GraphNames.presentValue(layer));
    }
  }

  private static void closeOne(Binding binding, String name) {
    OnnxTensor tensor = binding.outputs().get(name);
    if (tensor != null) {
      tensor.close();
    }
  }
}
