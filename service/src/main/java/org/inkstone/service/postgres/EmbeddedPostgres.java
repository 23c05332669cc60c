package org.inkstone.service.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A running PostgreSQL over the data in one home. It listens on the loopback address only, asks for
 * a password, and syncs every commit to disk. Whoever starts it closes it.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  private static final String USER = "office";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Folder folder;
  private final FileChannel lock;
  private final Process server;
  private final int port;

  private EmbeddedPostgres(Folder folder, FileChannel lock, Process server, int port) {
    this.folder = folder;
    this.lock = lock;
    this.server = server;
    this.port = port;
  }

  /** How to reach a server. */
  public record Connection(String host, int port, String database, String user, String password) {
    /** For JDBC. */
    public String jdbcUrl() {
      return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    /** For the reactive driver. */
    public String reactiveUrl() {
      return "postgresql://" + host + ":" + port + "/" + database;
    }
  }

  /** The files of one home. */
  private record Folder(Path home) {
    Path programs() {
      return home.resolve("pg");
    }

    Path data() {
      return home.resolve("data");
    }

    Path password() {
      return home.resolve("password");
    }

    Path log() {
      return home.resolve("postgres.log");
    }

    Path lock() {
      return home.resolve("postgres.lock");
    }

    PidFile pidFile() {
      return new PidFile(data().resolve("postmaster.pid"));
    }
  }

  /**
   * Starts the server of this home: unpacks it and creates its data the first time; a server that a
   * killed process left behind is stopped first. Ready when this returns.
   *
   * @throws PostgresException if another process uses the home, or the server doesn't come up
   */
  public static EmbeddedPostgres start(Path home) {
    try {
      Folder folder = new Folder(Files.createDirectories(home).toAbsolutePath());
      FileChannel lock = takeLock(folder.lock());
      try {
        return start(folder, lock);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start PostgreSQL in " + home, e);
    }
  }

  /** The server that another process runs over this home now, if any. */
  public static Optional<Connection> running(Path home) {
    Folder folder = new Folder(home.toAbsolutePath());
    try {
      Optional<PidFile.Content> content = folder.pidFile().read();
      if (content.isEmpty()
          || !content.get().ready()
          || folder.pidFile().liveServer(folder.data()).isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(connection(folder, content.get().port()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the state of PostgreSQL in " + home, e);
    }
  }

  /** How to reach this server. */
  public Connection connection() {
    try {
      return connection(folder, port);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the password in " + folder.home(), e);
    }
  }

  private static Connection connection(Folder folder, int port) throws IOException {
    return new Connection(
        "127.0.0.1", port, "postgres", USER, Files.readString(folder.password()).strip());
  }

  private static EmbeddedPostgres start(Folder folder, FileChannel lock) throws IOException {
    Path bin = PostgresBinaries.unpack(folder.programs()).resolve("bin");
    ServerAccount account = ServerAccount.choose();
    stopLeftOver(folder);
    if (!Files.exists(folder.data().resolve("PG_VERSION"))) {
      createData(folder, bin, account);
    }
    int port = freePort();
    List<String> command = new ArrayList<>(account.prefix());
    command.addAll(List.of(bin.resolve("postgres").toString(), "-D", folder.data().toString()));
    command.addAll(List.of("-p", Integer.toString(port)));
    for (String setting :
        List.of("listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=50")) {
      command.addAll(List.of("-c", setting));
    }
    Process server = spawn(command, folder.log());
    awaitReady(folder, server);
    return new EmbeddedPostgres(folder, lock, server, port);
  }

  private static void createData(Folder folder, Path bin, ServerAccount account)
      throws IOException {
    Path password = folder.password();
    if (!Files.exists(password)) {
      byte[] secret = new byte[24];
      new SecureRandom().nextBytes(secret);
      Files.createFile(
          password,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(password, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }
    account.own(folder.home());
    Path partial = folder.home().resolve("data.partial");
    ServerAccount.run(List.of("rm", "-rf", partial.toString()));
    List<String> command = new ArrayList<>(account.prefix());
    command.addAll(List.of(bin.resolve("initdb").toString(), "-D", partial.toString(), "-U", USER));
    command.addAll(List.of("-A", "scram-sha-256", "--pwfile=" + password, "-E", "UTF8"));
    command.addAll(List.of("--locale=C", "--data-checksums"));
    ServerAccount.run(command);
    Files.move(partial, folder.data());
  }

  private static FileChannel takeLock(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      @Nullable FileLock lock = channel.tryLock();
      if (lock != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // held by this very process: the same answer as held by another
    }
    channel.close();
    throw new PostgresException(
        "another Inkstone runs over " + file.getParent() + "; stop it or use another home");
  }

  private static void stopLeftOver(Folder folder) throws IOException {
    Optional<ProcessHandle> leftOver = folder.pidFile().liveServer(folder.data());
    if (leftOver.isPresent()) {
      interrupt(leftOver.get());
    }
  }

  private static void interrupt(ProcessHandle server) {
    ServerAccount.run(List.of("kill", "-INT", Long.toString(server.pid())));
    try {
      server.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PostgresException("interrupted while PostgreSQL was stopping", e);
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
      throw new PostgresException(
          "PostgreSQL (process " + server.pid() + ") did not stop within " + PATIENCE, e);
    }
  }

  private static Process spawn(List<String> command, Path log) throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  private static void awaitReady(Folder folder, Process server) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      Optional<PidFile.Content> content = folder.pidFile().read();
      if (content.isPresent() && content.get().pid() == server.pid() && content.get().ready()) {
        return;
      }
      try {
        if (server.waitFor(20, TimeUnit.MILLISECONDS)) {
          throw new PostgresException("PostgreSQL ended at its start: " + tail(folder.log()));
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    server.destroy();
    throw new PostgresException("PostgreSQL was not ready in " + PATIENCE + ": " + folder.log());
  }

  private static String tail(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Stops the server in order and frees the home. */
  @Override
  public void close() {
    try (lock) {
      if (server.isAlive()) {
        interrupt(server.toHandle());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot free " + folder.lock(), e);
    }
  }
}
