package org.inkstone.service.engine.internal.safetensors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.inkstone.service.engine.EngineException;

/** Reads and checks the table of tensors: JSON that gives each name its type, shape and place. */
final class SafetensorsHeader {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final String file;
  private final long dataStart;
  private final long dataBytes;

  SafetensorsHeader(String file, long dataStart, long dataBytes) {
    this.file = file;
    this.dataStart = dataStart;
    this.dataBytes = dataBytes;
  }

  Map<String, SafetensorsTensor> read(byte[] json) {
    JsonNode header = parse(json);
    Map<String, SafetensorsTensor> tensors = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : header.properties()) {
      if (!entry.getKey().equals("__metadata__")) {
        tensors.put(entry.getKey(), tensor(entry.getKey(), entry.getValue()));
      }
    }
    return Collections.unmodifiableMap(tensors);
  }

  private JsonNode parse(byte[] json) {
    try {
      JsonNode header = MAPPER.readTree(json);
      if (header == null || !header.isObject()) {
        throw bad("the header", "is no JSON object");
      }
      return header;
    } catch (JsonProcessingException e) {
      throw bad("the header", "is not valid JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw bad("the header", "is not UTF-8");
    }
  }

  private SafetensorsTensor tensor(String name, JsonNode entry) {
    SafetensorsTensor.Type type = type(name, entry.path("dtype").asText());
    List<Integer> shape = shape(name, entry.path("shape"));
    long bytes = type.bytes();
    for (int extent : shape) {
      bytes = Math.multiplyHigh(bytes, extent) == 0 ? bytes * extent : -1;
      if (bytes < 0 || bytes > dataBytes) {
        throw bad("tensor " + name, "has the shape " + shape + ", larger than the file");
      }
    }
    JsonNode place = entry.path("data_offsets");
    long begin = place.path(0).asLong(-1);
    long end = place.path(1).asLong(-1);
    if (begin < 0 || end > dataBytes || end - begin != bytes) {
      throw bad(
          "tensor " + name,
          "lies at %s, expected %d bytes within the %d of the data"
              .formatted(place, bytes, dataBytes));
    }
    return new SafetensorsTensor(name, type, shape, dataStart + begin);
  }

  private SafetensorsTensor.Type type(String name, String text) {
    for (SafetensorsTensor.Type type : SafetensorsTensor.Type.values()) {
      if (type.name().equals(text)) {
        return type;
      }
    }
    throw bad("tensor " + name, "has the type '" + text + "', expected F32, F16 or BF16");
  }

  private List<Integer> shape(String name, JsonNode node) {
    List<Integer> shape = new ArrayList<>();
    for (JsonNode extent : node) {
      if (!extent.canConvertToInt() || !extent.isIntegralNumber() || extent.intValue() < 1) {
        throw bad("tensor " + name, "has the shape " + node + ", expected positive integers");
      }
      shape.add(extent.intValue());
    }
    if (shape.isEmpty()) {
      throw bad("tensor " + name, "has no extents, expected 1 or more");
    }
    return shape;
  }

  private EngineException bad(String field, String problem) {
    return new EngineException(EngineException.Kind.BAD_MODEL, file + ": " + field + " " + problem);
  }
}
