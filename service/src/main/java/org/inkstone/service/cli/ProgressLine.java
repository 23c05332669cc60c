package org.inkstone.service.cli;

import java.io.Console;
import java.io.PrintStream;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Says how far something is: in a terminal one line that changes, elsewhere a line every ten
 * percent.
 */
final class ProgressLine implements AutoCloseable {
  private static final long PAUSE_NANOS = 200_000_000;

  private final PrintStream out;
  private final boolean terminal;
  private final LongSupplier nanos;
  private long lastShown;
  private long lastTenth = -1;
  private boolean open;

  ProgressLine(PrintStream out, boolean terminal, LongSupplier nanos) {
    this.out = out;
    this.terminal = terminal;
    this.nanos = nanos;
    this.lastShown = nanos.getAsLong() - PAUSE_NANOS;
  }

  /** For this process's standard output. */
  @SuppressWarnings("SystemConsoleNull") // a JDK may be set to give none
  static ProgressLine standard() {
    @Nullable Console console = System.console();
    boolean terminal = console != null && console.isTerminal();
    return new ProgressLine(System.out, terminal, System::nanoTime);
  }

  /** So much of all is done. */
  synchronized void show(String what, long done, long all) {
    long percent = all <= 0 ? 0 : Math.min(100, done * 100 / all);
    if (terminal) {
      long now = nanos.getAsLong();
      if (percent == 100 || now - lastShown >= PAUSE_NANOS) {
        out.printf("\r\033[K%s %3d %%", what, percent);
        out.flush();
        lastShown = now;
        open = true;
      }
    } else if (percent / 10 != lastTenth) {
      lastTenth = percent / 10;
      out.printf("%s %d %%%n", what, percent);
    }
  }

  /** Ends the line. */
  @Override
  public synchronized void close() {
    if (open) {
      out.println();
      open = false;
    }
  }
}
