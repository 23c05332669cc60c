package org.inkstone.service.engine.internal.graph;

import static org.inkstone.service.engine.internal.graph.GraphBuilder.attribute;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Matrices as 32-bit floats, row by row as they are. */
final class FloatProducts implements Products {
  private final GraphBuilder graph;
  private final MatrixReader reader;
  private final WeightFile file;
  private final Map<List<String>, String> written = new HashMap<>();

  FloatProducts(GraphBuilder graph, MatrixReader reader, WeightFile file) {
    this.graph = graph;
    this.reader = reader;
    this.file = file;
  }

  @Override
  public String multiply(String output, List<String> matrices, String input) {
    // The rows are outputs, and MatMul wants columns of outputs: multiply with the transposed.
    return graph.microsoft(
        "FusedMatMul", output, List.of(input, tensor(matrices)), attribute("transB", 1));
  }

  @Override
  public String lookUp(String output, String matrix, String rows) {
    return graph.node("Gather", output, List.of(tensor(List.of(matrix)), rows));
  }

  private String tensor(List<String> matrices) {
    return written.computeIfAbsent(matrices, this::write);
  }

  private String write(List<String> matrices) {
    int columns = reader.columns(matrices);
    int bytes = columns * Float.BYTES;
    ByteBuffer chunk =
        ByteBuffer.allocateDirect(MatrixReader.rowsAChunk(columns) * bytes)
            .order(ByteOrder.LITTLE_ENDIAN);
    file.begin();
    reader.read(
        matrices,
        (slot, row) ->
            chunk
                .slice(slot * bytes, bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .put(row),
        rows -> file.append(chunk.slice(0, rows * bytes)));
    return graph.external(
        String.join("+", matrices), DataType.FLOAT, file.slice(), reader.rows(matrices), columns);
  }
}
