package org.inkstone.service.sheet.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts unpacked bytes and stops at the limits of size and ratio. */
final class CountedStream extends FilterInputStream {
  private static final long RATIO_COUNTS_FROM = 1 << 20;

  private final String part;
  private final long packed;
  private final ReadBudget budget;
  private long unpacked;

  CountedStream(InputStream plain, String part, long packed, ReadBudget budget) {
    super(plain);
    this.part = part;
    this.packed = packed;
    this.budget = budget;
  }

  @Override
  public int read() throws IOException {
    int value = in.read();
    count(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int read = in.read(into, from, length);
    count(Math.max(0, read));
    return read;
  }

  private void count(int read) {
    unpacked += read;
    budget.unpacked(read);
    if (unpacked > RATIO_COUNTS_FROM) {
      budget.check(ReadLimit.COMPRESSION_RATIO, unpacked / Math.max(1, packed));
    }
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  @Override
  public String toString() {
    return part;
  }
}
