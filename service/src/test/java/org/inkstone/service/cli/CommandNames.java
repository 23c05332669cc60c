package org.inkstone.service.cli;

import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;

/** The words of all commands, such as {@code model pull}. */
public final class CommandNames {
  private CommandNames() {}

  /** All of them. */
  public static Set<String> all() {
    Set<String> names = new TreeSet<>();
    add("", new CommandLine(new Inkstone()), names);
    return names;
  }

  private static void add(String prefix, CommandLine command, Set<String> names) {
    command
        .getSubcommands()
        .forEach((name, sub) -> {
          names.add(prefix + name);
          add(prefix + name + " ", sub, names);
        });
  }
}
