package org.inkstone.service.engine.internal.graph;

/** How the matrices of a graph are held: the one place where that choice is made. */
public enum WeightFormat {
  /** 32-bit floats: four times the memory, and the yardstick of the others. */
  FLOAT32("fp32: the yardstick") {
    @Override
    Products products(GraphBuilder graph, MatrixReader reader, WeightFile file) {
      return new FloatProducts(graph, reader, file);
    }
  },
  /** 8-bit codes with one scale for each 64 inputs. */
  INT8_BLOCK64(
      "8-bit MatMulNBits, block 64: equal to fp32 within 0.005 of mean NLL, and the fastest"
          + " lossless form measured") {
    @Override
    Products products(GraphBuilder graph, MatrixReader reader, WeightFile file) {
      return new BlockProducts(graph, reader, file);
    }
  };

  private final String description;

  WeightFormat(String description) {
    this.description = description;
  }

  /** The format and why it is chosen, for the model card. */
  public String description() {
    return description;
  }

  /** The maker of matrix nodes in this format. */
  abstract Products products(GraphBuilder graph, MatrixReader reader, WeightFile file);

  /** The format of every product where nothing else is asked for. */
  public static WeightFormat standard() {
    return INT8_BLOCK64;
  }
}
