package org.inkstone.service.engine.internal.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.inkstone.service.engine.ModelConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductsTest {
  /** Query of 1,248 rows and key of 624 rows of 832 columns: neither fills whole chunks. */
  private static final ModelConfig CONFIG =
      TinyModel.qwen2().size(1, 832, 64).heads(26, 13, 48).build();

  private static final List<String> MATRICES =
      List.of("blk.0.attn_q.weight", "blk.0.attn_k.weight");
  private static final int COLUMNS = 832;

  @TempDir private Path folder;

  @Test
  void writesFloatsOfSeveralMatricesRowByRow() throws IOException {
    try (TinyWeights weights = new TinyWeights(CONFIG, 3)) {
      Map<String, TensorProto> tensors = write(weights, WeightFormat.FLOAT32);
      ByteBuffer floats = bytes(tensor(tensors, ""));
      for (String matrix : MATRICES) {
        for (float value : weights.values(matrix)) {
          assertEquals(value, floats.getFloat());
        }
      }
      assertEquals(0, floats.remaining());
    }
  }

  @Test
  void writesCodesWithinHalfAStepOfTheFloats() throws IOException {
    try (TinyWeights weights = new TinyWeights(CONFIG, 3)) {
      Map<String, TensorProto> tensors = write(weights, WeightFormat.INT8_BLOCK64);
      ByteBuffer codes = bytes(tensor(tensors, ".codes"));
      ByteBuffer scales = bytes(tensor(tensors, ".scales"));
      int place = 0;
      for (String matrix : MATRICES) {
        for (float value : weights.values(matrix)) {
          float scale = scales.getFloat(place / BlockQuantizer.BLOCK * Float.BYTES);
          float held = (Byte.toUnsignedInt(codes.get(place)) - BlockQuantizer.ZERO) * scale;
          assertEquals(value, held, scale * 0.5001f, matrix + " at " + place);
          place++;
        }
      }
      assertEquals(codes.limit(), place);
      assertEquals(scales.limit(), place / BlockQuantizer.BLOCK * Float.BYTES);
    }
  }

  private Map<String, TensorProto> write(TinyWeights weights, WeightFormat format)
      throws IOException {
    assertEquals(0, COLUMNS % BlockQuantizer.BLOCK);
    GraphBuilder graph = new GraphBuilder("products", "weights.bin");
    try (WeightFile file = WeightFile.create(folder.resolve("weights.bin"))) {
      MatrixReader reader = new MatrixReader(weights, ImportProgress.silent());
      format.products(graph, reader, file).multiply("product", MATRICES, "input");
    }
    return graph.build().getGraph().getInitializerList().stream()
        .collect(Collectors.toMap(TensorProto::getName, tensor -> tensor));
  }

  private static TensorProto tensor(Map<String, TensorProto> tensors, String ending) {
    return Objects.requireNonNull(tensors.get(String.join("+", MATRICES) + ending));
  }

  private ByteBuffer bytes(TensorProto tensor) throws IOException {
    Map<String, String> place =
        tensor.getExternalDataList().stream()
            .collect(
                Collectors.toMap(StringStringEntryProto::getKey, StringStringEntryProto::getValue));
    int offset = Integer.parseInt(place.getOrDefault("offset", ""));
    int length = Integer.parseInt(place.getOrDefault("length", ""));
    byte[] all = Files.readAllBytes(folder.resolve(place.getOrDefault("location", "")));
    return ByteBuffer.wrap(all, offset, length).slice().order(ByteOrder.LITTLE_ENDIAN);
  }
}
