package org.inkstone.service.sheet.read;

/** Counts what one reading has cost so far and stops it at a limit. */
final class ReadBudget {
  private static final int CELLS_A_CLOCK_LOOK = 1024;

  private final ReadLimits limits;
  private final long startNanos;
  private long cells;
  private long characters;
  private long unpacked;

  private ReadBudget(ReadLimits limits, long startNanos) {
    this.limits = limits;
    this.startNanos = startNanos;
  }

  static ReadBudget start(ReadLimits limits) {
    return new ReadBudget(limits, System.nanoTime());
  }

  ReadLimits limits() {
    return limits;
  }

  void check(ReadLimit limit, long value) {
    limits.check(limit, value);
  }

  /** Counts one filled cell. */
  void cell() {
    limits.check(ReadLimit.CELLS, ++cells);
    if (cells % CELLS_A_CLOCK_LOOK == 0) {
      time();
    }
  }

  /** Stops if the time is over. */
  void time() {
    limits.check(ReadLimit.MILLISECONDS, (System.nanoTime() - startNanos) / 1_000_000);
  }

  /** Counts bytes that were unpacked. */
  void unpacked(long bytes) {
    unpacked += bytes;
    limits.check(ReadLimit.UNPACKED_BYTES, unpacked);
  }

  /** Counts the characters of a text that is kept, and returns it. */
  String text(String text) {
    limits.check(ReadLimit.TEXT_LENGTH, text.length());
    characters += text.length();
    limits.check(ReadLimit.TOTAL_TEXT, characters);
    return text;
  }
}
