package org.inkstone.service.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How the server is started so that it isn't root, which PostgreSQL refuses.
 *
 * @param prefix goes before the command
 * @param otherUser whether its files must belong to user 65534
 */
record ServerAccount(List<String> prefix, boolean otherUser) {
  private static final String NOBODY = "65534";

  ServerAccount {
    prefix = List.copyOf(prefix);
  }

  /** Finds a way that works on this machine. */
  static ServerAccount choose() {
    // a session of its own: Ctrl-C in the terminal reaches us, and we stop the server after us
    List<String> prefix =
        new ArrayList<>(works(List.of("setsid", "true")) ? List.of("setsid") : List.of());
    if (!"root".equals(System.getProperty("user.name"))) {
      return new ServerAccount(prefix, false);
    }
    if (works(List.of("unshare", "-U", "true"))) {
      prefix.addAll(List.of("unshare", "-U"));
      return new ServerAccount(prefix, false);
    }
    List<String> setpriv =
        List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
    List<String> probe = new ArrayList<>(setpriv);
    probe.add("true");
    if (works(probe)) {
      prefix.addAll(setpriv);
      return new ServerAccount(prefix, true);
    }
    throw new PostgresException(
        "PostgreSQL refuses to run as root, and neither unshare -U nor setpriv works here;"
            + " run Inkstone as another user or name a server with INKSTONE_DATABASE_URL");
  }

  /** Gives the folder to the server's user, if that is another one. */
  void own(Path folder) {
    if (otherUser) {
      run(List.of("chown", "-R", NOBODY + ":" + NOBODY, folder.toString()));
    }
  }

  private static boolean works(List<String> command) {
    try {
      return exitCode(new ProcessBuilder(command).redirectErrorStream(true).start()) == 0;
    } catch (IOException e) {
      return false; // no such program
    }
  }

  /** Runs a command to its end; anything but exit code 0 is an error with its output. */
  static void run(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int code = exitCode(process);
      if (code != 0) {
        throw new PostgresException(command.getFirst() + " ended with " + code + ": " + output);
      }
    } catch (IOException e) {
      throw new PostgresException("cannot run " + command.getFirst(), e);
    }
  }

  private static int exitCode(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PostgresException("interrupted while a command of PostgreSQL ran", e);
    }
  }
}
