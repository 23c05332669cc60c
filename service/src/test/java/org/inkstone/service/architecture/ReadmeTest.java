package org.inkstone.service.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.inkstone.service.cli.CommandNames;
import org.junit.jupiter.api.Test;

/** Every path, class and command that a README names exists. */
class ReadmeTest {
  private static final Path TOP = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
  private static final Pattern COMMAND = Pattern.compile("\\./inkstone((?: [a-z]+)+)");
  private static final Pattern WORD_OF_SCRIPT = Pattern.compile("\"\\$\\{1:-}\" = ([a-z]+)");
  private static final Pattern CLASS =
      Pattern.compile("(?:[a-z]+\\.)*[A-Z][a-zA-Z]*[a-z][a-zA-Z]*");
  private static final Pattern FILE =
      Pattern.compile("[A-Za-z.][A-Za-z0-9_.-]*(?:/[A-Za-z0-9_.*-]+)*/?");

  @Test
  void everyReadmeIsTrue() throws IOException {
    List<Path> readmes = readmes();
    assertTrue(readmes.contains(TOP.resolve("README.md")), readmes.toString());
    List<String> wrong = new ArrayList<>();
    for (Path readme : readmes) {
      wrong(Files.readString(readme), readme.getParent())
          .forEach(name -> wrong.add(TOP.relativize(readme) + " names " + name));
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void seesWhatDoesNotExist() throws IOException {
    String text =
        "Look at `service/nowhere/`, `org.inkstone.service.Nothing`, `NoSuchClass`,"
            + " and run `./inkstone fly`, `./inkstone model eat`; `service/pom.xml` is there,"
            + " `EmbeddedPostgres` and `./inkstone key create` too.";
    assertEquals(
        List.of(
            "./inkstone fly",
            "./inkstone model eat",
            "service/nowhere/",
            "org.inkstone.service.Nothing",
            "NoSuchClass"),
        wrong(text, TOP));
  }

  private static List<String> wrong(String text, Path folder) throws IOException {
    List<String> wrong = new ArrayList<>();
    Set<String> commands = new TreeSet<>(CommandNames.all());
    WORD_OF_SCRIPT
        .matcher(Files.readString(TOP.resolve("inkstone")))
        .results()
        .forEach(word -> commands.add(word.group(1)));
    assertFalse(commands.isEmpty());
    for (MatchResult command : COMMAND.matcher(text).results().toList()) {
      String words = command.group(1).strip();
      if (!commands.contains(words)
          && !words.equals("test")
          && !isCommandWithWord(words, commands)) {
        wrong.add(command.group());
      }
    }
    Set<String> classes = classes();
    Matcher code = CODE.matcher(text);
    while (code.find()) {
      String name = code.group(1);
      if (isPath(name) && !exists(name, folder)) {
        wrong.add(name);
      } else if (CLASS.matcher(name).matches() && !classes.contains(simple(name))) {
        wrong.add(name);
      }
    }
    return wrong;
  }

  /** A command that takes a word of the user's own, such as a model's id or a task's name. */
  private static boolean isCommandWithWord(String words, Set<String> commands) {
    int last = words.lastIndexOf(' ');
    String command = last < 0 ? "" : words.substring(0, last);
    return commands.contains(command)
        && commands.stream().noneMatch(other -> other.startsWith(command + " "));
  }

  private static boolean isPath(String name) {
    return name.contains("/") && FILE.matcher(name).matches() && !name.contains("*");
  }

  private static boolean exists(String name, Path folder) {
    return Files.exists(TOP.resolve(name)) || Files.exists(folder.resolve(name));
  }

  private static String simple(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }

  private static List<Path> readmes() throws IOException {
    return sources("README.md");
  }

  private static Set<String> classes() throws IOException {
    return sources(".java").stream()
        .map(file -> file.getFileName().toString().replace(".java", ""))
        .collect(Collectors.toSet());
  }

  private static List<Path> sources(String suffix) throws IOException {
    try (Stream<Path> files = Files.walk(TOP)) {
      return files
          .filter(file -> file.toString().endsWith(suffix))
          .filter(
              file -> !TOP.relativize(file).toString().matches("(.*/)?(target|node_modules)/.*"))
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
