package org.inkstone.service.engine.internal.gguf;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Little-endian numbers in a byte array. */
final class LittleEndian {
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private LittleEndian() {}

  static int int32(byte[] in, int offset) {
    return (int) INT.get(in, offset);
  }

  static float float32(byte[] in, int offset) {
    return Float.intBitsToFloat(int32(in, offset));
  }

  static float float16(byte[] in, int offset) {
    return Float.float16ToFloat((short) SHORT.get(in, offset));
  }

  static float bfloat16(byte[] in, int offset) {
    return Float.intBitsToFloat((short) SHORT.get(in, offset) << 16);
  }
}
