package org.inkstone.service.engine.internal.graph;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;
import org.inkstone.service.engine.internal.graph.WeightFile.Slice;

/** Collects the nodes, tensors, inputs and outputs of one ONNX graph. */
final class GraphBuilder {
  /** The operator set of ONNX Runtime's own operators. */
  static final String MICROSOFT = "com.microsoft";

  private static final String ONNX = "";
  private static final int ONNX_OPSET = 21;
  private static final int IR_VERSION = 10;

  private final GraphProto.Builder graph;
  private final String weightFile;

  /**
   * @param name the graph's name
   * @param weightFile name of the file of external data, which lies beside the graph
   */
  GraphBuilder(String name, String weightFile) {
    this.graph = GraphProto.newBuilder().setName(name);
    this.weightFile = weightFile;
  }

  /** Adds a node of the standard with one output, and returns that output's name. */
  String node(String operator, String output, List<String> inputs, AttributeProto... attributes) {
    add(ONNX, operator, inputs, List.of(output), attributes);
    return output;
  }

  /** Adds a node of ONNX Runtime's own with one output, and returns that output's name. */
  String microsoft(
      String operator, String output, List<String> inputs, AttributeProto... attributes) {
    add(MICROSOFT, operator, inputs, List.of(output), attributes);
    return output;
  }

  /** Adds a node; an empty name stands for an input or output that is not used. */
  void add(
      String domain,
      String operator,
      List<String> inputs,
      List<String> outputs,
      AttributeProto... attributes) {
    graph.addNode(
        NodeProto.newBuilder()
            .setDomain(domain)
            .setOpType(operator)
            .setName(operator + '/' + outputs.getFirst())
            .addAllInput(inputs)
            .addAllOutput(outputs)
            .addAllAttribute(List.of(attributes)));
  }

  /** Declares a tensor that lies in the weight file, and returns its name. */
  String external(String name, TensorProto.DataType type, Slice slice, long... dimensions) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(type.getNumber())
            .setDataLocation(TensorProto.DataLocation.EXTERNAL)
            .addExternalData(entry("location", weightFile))
            .addExternalData(entry("offset", Long.toString(slice.offset())))
            .addExternalData(entry("length", Long.toString(slice.length())));
    for (long dimension : dimensions) {
      tensor.addDims(dimension);
    }
    graph.addInitializer(tensor);
    return name;
  }

  /** Declares a small vector of integers that lies in the graph itself. */
  String integers(String name, long... values) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(TensorProto.DataType.INT64.getNumber())
            .addDims(values.length);
    for (long value : values) {
      tensor.addInt64Data(value);
    }
    graph.addInitializer(tensor);
    return name;
  }

  /** Declares a single float that lies in the graph itself. */
  String scalar(String name, float value) {
    graph.addInitializer(
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(TensorProto.DataType.FLOAT.getNumber())
            .addFloatData(value));
    return name;
  }

  /** Declares an input; dimensions are numbers or names. */
  void input(String name, TensorProto.DataType type, Object... dimensions) {
    graph.addInput(value(name, type, dimensions));
  }

  /** Declares an output; dimensions are numbers or names. */
  void output(String name, TensorProto.DataType type, Object... dimensions) {
    graph.addOutput(value(name, type, dimensions));
  }

  /** Declares the shape of a value inside the graph. */
  void inner(String name, TensorProto.DataType type, Object... dimensions) {
    graph.addValueInfo(value(name, type, dimensions));
  }

  /** The finished model. */
  ModelProto build() {
    return ModelProto.newBuilder()
        .setIrVersion(IR_VERSION)
        .setProducerName("inkstone")
        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain(ONNX).setVersion(ONNX_OPSET))
        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain(MICROSOFT).setVersion(1))
        .setGraph(graph)
        .build();
  }

  static AttributeProto attribute(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  static AttributeProto attribute(String name, float value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.FLOAT)
        .setF(value)
        .build();
  }

  static AttributeProto attribute(String name, String value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.STRING)
        .setS(com.google.protobuf.ByteString.copyFromUtf8(value))
        .build();
  }

  private static StringStringEntryProto entry(String key, String value) {
    return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
  }

  private static ValueInfoProto value(
      String name, TensorProto.DataType type, Object... dimensions) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (Object dimension : dimensions) {
      shape.addDim(
          dimension instanceof Number number
              ? TensorShapeProto.Dimension.newBuilder().setDimValue(number.longValue())
              : TensorShapeProto.Dimension.newBuilder().setDimParam(dimension.toString()));
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape)))
        .build();
  }
}
