package org.inkstone.service.engine.internal.graph;

import static org.inkstone.service.engine.internal.graph.GraphBuilder.attribute;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.inkstone.service.engine.internal.graph.WeightFile.Slice;

/**
 * Matrices as 8-bit codes around 128 with one scale for each block of 64 columns. A matrix that is
 * both looked up and multiplied with is written once if its columns fill whole blocks.
 */
final class BlockProducts implements Products {
  private record Codes(Slice codes, Slice scales, int rows, int columns, int stored) {
    int blocks() {
      return BlockQuantizer.blocks(columns);
    }
  }

  private static final int BITS = 8;

  /** Lets the kernel quantize the input to 8 bits too and multiply integers. */
  private static final int ACCURACY_LEVEL = 4;

  private final GraphBuilder graph;
  private final MatrixReader reader;
  private final WeightFile file;
  private final Map<List<String>, Map<Integer, Codes>> written = new HashMap<>();

  BlockProducts(GraphBuilder graph, MatrixReader reader, WeightFile file) {
    this.graph = graph;
    this.reader = reader;
    this.file = file;
  }

  @Override
  public String multiply(String output, List<String> matrices, String input) {
    int columns = reader.columns(matrices);
    int blocks = BlockQuantizer.blocks(columns);
    Codes matrix = codes(matrices, blocks * BlockQuantizer.BLOCK);
    String name = String.join("+", matrices);
    String codes =
        graph.external(
            name + ".codes",
            DataType.UINT8,
            matrix.codes(),
            matrix.rows(),
            blocks,
            BlockQuantizer.BLOCK);
    String scales =
        graph.external(name + ".scales", DataType.FLOAT, matrix.scales(), matrix.rows(), blocks);
    return graph.microsoft(
        "MatMulNBits",
        output,
        List.of(input, codes, scales),
        attribute("K", columns),
        attribute("N", matrix.rows()),
        attribute("bits", BITS),
        attribute("block_size", BlockQuantizer.BLOCK),
        attribute("accuracy_level", ACCURACY_LEVEL));
  }

  @Override
  public String lookUp(String output, String matrix, String rows) {
    Codes table = codes(List.of(matrix), reader.columns(List.of(matrix)));
    String codes =
        graph.external(
            matrix + ".rows.codes", DataType.UINT8, table.codes(), table.rows(), table.columns());
    String scales =
        graph.external(
            matrix + ".rows.scales", DataType.FLOAT, table.scales(), table.rows(), table.blocks());
    return graph.microsoft(
        "GatherBlockQuantized",
        output,
        List.of(codes, rows, scales),
        attribute("bits", BITS),
        attribute("block_size", BlockQuantizer.BLOCK),
        attribute("gather_axis", 0),
        attribute("quantize_axis", 1));
  }

  private Codes codes(List<String> matrices, int stored) {
    return written
        .computeIfAbsent(matrices, key -> new HashMap<>())
        .computeIfAbsent(stored, key -> write(matrices, stored));
  }

  private Codes write(List<String> matrices, int stored) {
    int columns = reader.columns(matrices);
    int rows = reader.rows(matrices);
    int blocks = BlockQuantizer.blocks(columns);
    int step = MatrixReader.rowsAChunk(columns);
    byte[] chunk = new byte[step * stored];
    float[] chunkScales = new float[step * blocks];
    float[] scales = new float[rows * blocks];
    int[] filled = {0};
    file.begin();
    reader.read(
        matrices,
        (slot, row) ->
            BlockQuantizer.quantize(row, chunk, slot * stored, stored, chunkScales, slot * blocks),
        count -> {
          file.append(ByteBuffer.wrap(chunk, 0, count * stored));
          System.arraycopy(chunkScales, 0, scales, filled[0], count * blocks);
          filled[0] += count * blocks;
        });
    return new Codes(file.slice(), file.floats(scales), rows, columns, stored);
  }
}
