package org.inkstone.service.engine.internal.gguf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.inkstone.service.engine.EngineException;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of a file by key. A value of another type than asked for is a {@code BAD_MODEL} that
 * names the key. Arrays stay in the file until they are asked for.
 */
public final class GgufMetadata {
  private record Array(GgufValueType type, long count, long offset) {}

  private final GgufReader file;
  private final Map<String, Object> values = new LinkedHashMap<>();

  private GgufMetadata(GgufReader file) {
    this.file = file;
  }

  /** Reads {@code count} pairs at the reader's position, checking all of them. */
  static GgufMetadata read(GgufReader reader, long count) {
    GgufMetadata metadata = new GgufMetadata(reader);
    for (long i = 0; i < count; i++) {
      String key = reader.string("metadata key " + i);
      Object value = value(reader, key, type(reader, "type of " + key));
      if (metadata.values.put(key, value) != null) {
        throw reader.bad("metadata key " + key, "stands twice");
      }
    }
    return metadata;
  }

  /** All keys, in the file's order. */
  public Set<String> keys() {
    return values.keySet();
  }

  /** A text. */
  public Optional<String> string(String key) {
    return Optional.ofNullable(typed(key, String.class, "a text"));
  }

  /** A truth value. */
  public Optional<Boolean> bool(String key) {
    return Optional.ofNullable(typed(key, Boolean.class, "a truth value"));
  }

  /** A number from 0 to 2³¹ − 1. */
  public OptionalInt integer(String key) {
    Long value = typed(key, Long.class, "an integer");
    if (value == null) {
      return OptionalInt.empty();
    }
    if (value < 0 || value > Integer.MAX_VALUE) {
      throw bad(key, "is " + value + ", expected 0 to " + Integer.MAX_VALUE);
    }
    return OptionalInt.of(value.intValue());
  }

  /** A finite floating-point number. */
  public OptionalDouble number(String key) {
    Double value = typed(key, Double.class, "a floating-point number");
    if (value == null) {
      return OptionalDouble.empty();
    }
    if (!Double.isFinite(value)) {
      throw bad(key, "is " + value + ", expected a finite number");
    }
    return OptionalDouble.of(value);
  }

  /** An array of texts; null if the key is absent. */
  public @Nullable List<String> strings(String key) {
    Array array = typed(key, Array.class, "an array of texts");
    if (array == null) {
      return null;
    }
    if (array.type() != GgufValueType.STRING) {
      throw bad(key, "is an array of " + array.type() + ", expected texts");
    }
    GgufReader reader = file.at(array.offset());
    List<String> strings = new ArrayList<>();
    for (long i = 0; i < array.count(); i++) {
      strings.add(reader.string(key + "[" + i + "]"));
    }
    return strings;
  }

  /** An array of integers that fit 32 bits; null if the key is absent. */
  public int @Nullable [] integers(String key) {
    Array array = typed(key, Array.class, "an array of integers");
    if (array == null) {
      return null;
    }
    GgufReader reader = file.at(array.offset());
    int[] integers = new int[length(key, array)];
    for (int i = 0; i < integers.length; i++) {
      if (!(value(reader, key, array.type()) instanceof Long value) || value.intValue() != value) {
        throw bad(key + "[" + i + "]", "is not an integer of 32 bits");
      }
      integers[i] = value.intValue();
    }
    return integers;
  }

  /** An array of floats; null if the key is absent. */
  public float @Nullable [] floats(String key) {
    Array array = typed(key, Array.class, "an array of floats");
    if (array == null) {
      return null;
    }
    GgufReader reader = file.at(array.offset());
    float[] floats = new float[length(key, array)];
    for (int i = 0; i < floats.length; i++) {
      if (!(value(reader, key, array.type()) instanceof Double value)) {
        throw bad(key, "is an array of " + array.type() + ", expected floats");
      }
      floats[i] = value.floatValue();
    }
    return floats;
  }

  /** Whether the key holds an integer. */
  public boolean isInteger(String key) {
    return values.get(key) instanceof Long;
  }

  private int length(String key, Array array) {
    if (array.count() > Integer.MAX_VALUE - 16) {
      throw bad(key, "has " + array.count() + " items, more than an array can have");
    }
    return (int) array.count();
  }

  private <T> @Nullable T typed(String key, Class<T> type, String expected) {
    Object value = values.get(key);
    if (value != null && !type.isInstance(value)) {
      throw bad(key, "is " + describe(value) + ", expected " + expected);
    }
    return type.cast(value);
  }

  private static String describe(Object value) {
    return value instanceof Array array
        ? "an array of " + array.count() + " " + array.type()
        : "the " + value.getClass().getSimpleName() + " " + value;
  }

  private EngineException bad(String key, String problem) {
    return file.bad("metadata " + key, problem);
  }

  private static GgufValueType type(GgufReader reader, String field) {
    int id = reader.int32(field);
    GgufValueType type = GgufValueType.of(id);
    if (type == null) {
      throw reader.bad(field, "is " + id + ", expected 0 to 12");
    }
    return type;
  }

  private static Object value(GgufReader reader, String key, GgufValueType type) {
    return switch (type) {
      case UINT8 -> (long) reader.uint8(key);
      case INT8 -> (long) (byte) reader.uint8(key);
      case UINT16 -> (long) reader.uint16(key);
      case INT16 -> (long) (short) reader.uint16(key);
      case UINT32 -> Integer.toUnsignedLong(reader.int32(key));
      case INT32 -> (long) reader.int32(key);
      case UINT64, INT64 -> reader.int64(key);
      case FLOAT32 -> (double) Float.intBitsToFloat(reader.int32(key));
      case FLOAT64 -> Double.longBitsToDouble(reader.int64(key));
      case BOOL -> bool(reader, key);
      case STRING -> reader.string(key);
      case ARRAY -> array(reader, key);
    };
  }

  private static boolean bool(GgufReader reader, String key) {
    int value = reader.uint8(key);
    if (value > 1) {
      throw reader.bad("metadata " + key, "is " + value + ", expected 0 or 1 for a truth value");
    }
    return value == 1;
  }

  private static Array array(GgufReader reader, String key) {
    GgufValueType type = type(reader, "item type of " + key);
    if (type == GgufValueType.ARRAY) {
      throw reader.bad("metadata " + key, "is an array of arrays, which is not supported");
    }
    long count = reader.count("item count of " + key, type.leastBytes());
    long offset = reader.position();
    if (type == GgufValueType.STRING) {
      for (long i = 0; i < count; i++) {
        reader.string(key + "[" + i + "]");
      }
    } else {
      reader.skip(count * type.leastBytes(), key);
    }
    return new Array(type, count, offset);
  }
}
