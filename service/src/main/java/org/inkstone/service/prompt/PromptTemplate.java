package org.inkstone.service.prompt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A chat with holes, read from a file: a front matter in YAML between two lines {@code ---}, then
 * messages, each under a line {@code # system}, {@code # user} or {@code # assistant}. A hole is
 * {@code {{name}}}; there is nothing else: no conditions, no loops.
 */
public final class PromptTemplate {
  private static final Pattern HEAD =
      Pattern.compile("\\A---\\R(.*?)^---\\R", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern SPEAKER = Pattern.compile("# (system|user|assistant)");
  private static final Pattern HOLE = Pattern.compile("\\{\\{([a-z][a-z0-9_]*)}}");

  private final String id;
  private final String sha256;
  private final Set<String> inputs;
  private final List<Prompt.Message> messages;
  private final Prompt.Settings settings;

  private PromptTemplate(
      String id, String sha256, FrontMatter head, List<Prompt.Message> messages) {
    this.id = id;
    this.sha256 = sha256;
    this.inputs = new LinkedHashSet<>(head.inputs());
    this.messages = messages;
    this.settings = head.settings(id);
  }

  /**
   * Reads a template.
   *
   * @throws PromptException if it is not well formed, a hole is not declared, or an input is not
   *     used
   */
  public static PromptTemplate parse(String id, String text) {
    Matcher head = HEAD.matcher(text);
    if (!head.find()) {
      throw new PromptException(id, "no front matter between two lines of three dashes");
    }
    List<Prompt.Message> messages = messages(id, text.substring(head.end()));
    PromptTemplate template =
        new PromptTemplate(id, digest(text), FrontMatter.parse(id, head.group(1)), messages);
    template.checkHoles();
    return template;
  }

  private static List<Prompt.Message> messages(String id, String body) {
    List<Prompt.Message> messages = new ArrayList<>();
    Prompt.Role role = null;
    StringBuilder content = new StringBuilder();
    for (String line : body.lines().toList()) {
      Matcher speaker = SPEAKER.matcher(line);
      if (speaker.matches()) {
        if (role != null) {
          messages.add(new Prompt.Message(role, content.toString().strip()));
        }
        role = Prompt.Role.valueOf(speaker.group(1).toUpperCase(Locale.ROOT));
        content.setLength(0);
      } else if (role == null && !line.isBlank()) {
        throw new PromptException(id, "text before the first speaker line: " + line);
      } else {
        content.append(line).append('\n');
      }
    }
    if (role != Prompt.Role.USER) {
      throw new PromptException(id, "the last message must be by the user, is by " + role);
    }
    messages.add(new Prompt.Message(role, content.toString().strip()));
    return List.copyOf(messages);
  }

  private void checkHoles() {
    Set<String> used = new LinkedHashSet<>();
    for (Prompt.Message message : messages) {
      Matcher hole = HOLE.matcher(message.content());
      while (hole.find()) {
        used.add(hole.group(1));
      }
      String rest = HOLE.matcher(message.content()).replaceAll("");
      if (rest.contains("{{") || rest.contains("}}")) {
        throw new PromptException(id, "double braces that are not a hole such as {{name}}");
      }
    }
    requireSame(used, inputs, "a hole that no input declares", "an input that no hole uses");
  }

  /**
   * Checks that a program provides exactly the inputs of this template; to be called at start-up.
   *
   * @throws PromptException if not
   */
  public PromptTemplate requireInputs(Set<String> provided) {
    requireSame(inputs, provided, "an input without a value", "a value for no input");
    return this;
  }

  private void requireSame(Set<String> left, Set<String> right, String onlyLeft, String onlyRight) {
    for (String name : left) {
      if (!right.contains(name)) {
        throw new PromptException(id, onlyLeft + ": " + name);
      }
    }
    for (String name : right) {
      if (!left.contains(name)) {
        throw new PromptException(id, onlyRight + ": " + name);
      }
    }
  }

  /** Its name, such as {@code formula/write}. */
  public String id() {
    return id;
  }

  /** The digest of its file. */
  public String sha256() {
    return sha256;
  }

  /**
   * Fills the holes. The values are put in as they are: braces or speaker lines in them mean
   * nothing.
   *
   * @throws PromptException if a value is missing or fits no hole
   */
  public Prompt render(Map<String, String> values) {
    requireInputs(values.keySet());
    List<Prompt.Message> filled =
        messages.stream()
            .map(m -> new Prompt.Message(m.role(), fill(m.content(), values)))
            .toList();
    return new Prompt(id, sha256, filled, fixedMessages(), settings);
  }

  private static String fill(String content, Map<String, String> values) {
    return HOLE.matcher(content)
        .replaceAll(hole -> Matcher.quoteReplacement(values.getOrDefault(hole.group(1), "")));
  }

  /** The messages at the start that never change: what may be computed before the first request. */
  public List<Prompt.Message> fixed() {
    return List.copyOf(messages.subList(0, fixedMessages()));
  }

  private int fixedMessages() {
    int fixed = 0;
    while (fixed < messages.size() && !HOLE.matcher(messages.get(fixed).content()).find()) {
      fixed++;
    }
    return fixed;
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
