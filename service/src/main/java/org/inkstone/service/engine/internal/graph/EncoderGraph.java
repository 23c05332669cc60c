package org.inkstone.service.engine.internal.graph;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.internal.model.ModelFolder;

/**
 * Cuts a folder's decoder after a layer: same inputs without {@code logit_index}, the caches of the
 * layers kept, and {@code hidden_states} float32[B, S, hidden], the residual stream after that
 * block, before any norm. The weights stay where they are.
 */
public final class EncoderGraph {
  private final GraphProto decoder;
  private final Set<String> needed = new HashSet<>();

  private EncoderGraph(GraphProto decoder) {
    this.decoder = decoder;
  }

  /**
   * Writes {@code encoder-<layer>.onnx} beside the decoder, whole or not at all.
   *
   * @param layer after which block to cut, from 1 to the model's layers
   * @return where it lies
   */
  public static Path write(ModelFolder folder, int layer) throws IOException {
    ModelProto decoder = read(folder.decoder());
    ModelProto encoder =
        decoder.toBuilder().setGraph(new EncoderGraph(decoder.getGraph()).cut(layer)).build();
    Path target = folder.encoder(layer);
    Path temporary = Files.createTempFile(folder.path(), "encoder", ".part");
    try {
      Files.write(temporary, encoder.toByteArray());
      return Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static ModelProto read(Path path) throws IOException {
    try {
      return ModelProto.parseFrom(Files.readAllBytes(path));
    } catch (InvalidProtocolBufferException e) {
      throw new EngineException(
          EngineException.Kind.BAD_MODEL, path + " is not an ONNX graph: " + e.getMessage(), e);
    }
  }

  private GraphProto cut(int layer) {
    String residual = GraphNames.residual(layer);
    ValueInfoProto states = states(residual, layer);
    List<ValueInfoProto> caches =
        decoder.getOutputList().stream()
            .filter(output -> isBelow(output.getName(), layer))
            .toList();
    needed.add(residual);
    caches.forEach(cache -> needed.add(cache.getName()));
    List<NodeProto> nodes =
        decoder.getNodeList().reversed().stream().filter(this::take).toList().reversed();
    return GraphProto.newBuilder()
        .setName("encoder-" + layer)
        .addAllNode(nodes.stream().map(node -> rename(node, residual)).toList())
        .addAllInitializer(
            decoder.getInitializerList().stream()
                .filter(tensor -> needed.contains(tensor.getName()))
                .toList())
        .addAllInput(
            decoder.getInputList().stream()
                .filter(input -> needed.contains(input.getName()))
                .toList())
        .addOutput(states)
        .addAllOutput(caches)
        .build();
  }

  private ValueInfoProto states(String residual, int layer) {
    return decoder.getValueInfoList().stream()
        .filter(value -> value.getName().equals(residual))
        .findFirst()
        .orElseThrow(() ->
            new EngineException(
                EngineException.Kind.INVALID_REQUEST,
                "a graph can be cut after layer 1 to %d, not after layer %d"
                    .formatted(decoder.getValueInfoCount(), layer)))
        .toBuilder()
        .setName(GraphNames.HIDDEN_STATES)
        .build();
  }

  private boolean isBelow(String output, int layer) {
    for (int i = 0; i < layer; i++) {
      if (output.equals(GraphNames.presentKey(i)) || output.equals(GraphNames.presentValue(i))) {
        return true;
      }
    }
    return false;
  }

  /** Nodes come in the order of computing, so a walk from the end meets users before makers. */
  private boolean take(NodeProto node) {
    boolean taken = node.getOutputList().stream().anyMatch(needed::contains);
    if (taken) {
      node.getInputList().stream().filter(input -> !input.isEmpty()).forEach(needed::add);
    }
    return taken;
  }

  private static NodeProto rename(NodeProto node, String residual) {
    int place = node.getOutputList().indexOf(residual);
    return place < 0 ? node : node.toBuilder().setOutput(place, GraphNames.HIDDEN_STATES).build();
  }
}
