package org.inkstone.service.cli;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.inkstone.service.postgres.EmbeddedPostgres.Connection;
import org.jspecify.annotations.Nullable;

/** Runs a part of the Quarkus application over a database, and ends the database after it. */
final class Service {
  private static final int SECONDS_TO_STOP = 30;

  private Service() {}

  /** Where the service finds its database. */
  static void use(Connection database) {
    System.setProperty("quarkus.datasource.reactive.url", database.reactiveUrl());
    System.setProperty("quarkus.datasource.jdbc.url", database.jdbcUrl());
    System.setProperty("quarkus.datasource.username", database.user());
    System.setProperty("quarkus.datasource.password", database.password());
  }

  /**
   * Runs the application until it ends by itself or by a signal, then {@code after}. A signal stops
   * the application first, then what it stands on; the JVM waits for both.
   */
  static int run(
      Class<? extends QuarkusApplication> application, Runnable after, String... arguments) {
    CountDownLatch ended = new CountDownLatch(1);
    Thread hook = new Thread(() -> await(ended), "inkstone-stop");
    Runtime.getRuntime().addShutdownHook(hook);
    AtomicInteger exitCode = new AtomicInteger();
    AtomicReference<@Nullable Throwable> trouble = new AtomicReference<>();
    try {
      Quarkus.run(
          application,
          (code, thrown) -> {
            exitCode.set(code);
            trouble.set(thrown);
          },
          arguments);
    } finally {
      after.run();
      ended.countDown();
    }
    if (trouble.get() != null) {
      throw new IllegalStateException("the service could not start or go on: " + trouble.get());
    }
    return exitCode.get();
  }

  private static void await(CountDownLatch ended) {
    try {
      if (!ended.await(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        System.err.println("inkstone: not stopped after " + SECONDS_TO_STOP + " s, giving up");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
