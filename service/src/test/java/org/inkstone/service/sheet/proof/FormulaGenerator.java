package org.inkstone.service.sheet.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.inkstone.service.sheet.function.Category;
import org.inkstone.service.sheet.function.FunctionCatalog;
import org.inkstone.service.sheet.function.FunctionInfo;
import org.inkstone.service.sheet.function.FunctionParameter;

/**
 * Writes formulas by chance over all functions of the catalogue and all operators. A formula
 * depends on the seed and its number only. What an argument may be follows from the parameter's
 * name; what belongs together stands in the resource {@code oracles/templates.txt}.
 */
final class FormulaGenerator {
  private static final Pattern HOLE = Pattern.compile("\\{([a-z]\\w*)}");
  private static final int DEEPEST = 2;
  private static final Set<String> BY_CHANCE =
      Set.of("NOW", "TODAY", "RAND", "RANDBETWEEN", "RANDARRAY", "INFO", "CELL");

  /** Arguments that may be calls of functions of some result. */
  private static final Map<String, String> NESTED =
      Map.of("num", "num", "pos", "num", "text", "text", "any", "any", "cond", "bool");

  /** Scalar kinds in whose place something else may stand, to see what becomes of it. */
  private static final Set<String> SPOILED =
      Set.of("num", "int", "pos", "text", "date", "small", "small1", "digits", "bool", "sig");

  private final long seed;
  private final List<List<String>> templates = new ArrayList<>();
  private final Map<String, List<String>> byResult = new HashMap<>();

  FormulaGenerator(long seed) {
    this.seed = seed;
    Map<String, List<String>> own = new TreeMap<>();
    Set<String> complete = new HashSet<>();
    for (String line : Lines.of("oracles/templates.txt")) {
      String template = line.startsWith("!") ? line.substring(1) : line;
      String name = template.substring(0, template.indexOf('('));
      if (line.startsWith("!")) {
        complete.add(name);
      }
      own.computeIfAbsent(name, n -> new ArrayList<>()).add(template);
    }
    Map<String, List<String>> kinds = new HashMap<>();
    for (String line : Lines.of("oracles/parameters.txt")) {
      List<String> words = List.of(line.split(" "));
      kinds.put(words.getFirst(), words.subList(1, words.size()));
    }
    for (FunctionInfo info : FunctionCatalog.standard().all()) {
      if (info.computed() && !BY_CHANCE.contains(info.name())) {
        List<String> all = new ArrayList<>(own.getOrDefault(info.name(), List.of()));
        if (!complete.contains(info.name())) {
          addCatalogueTemplates(info, kinds, all);
        }
        templates.add(all);
        if (!info.array()) {
          byResult.computeIfAbsent(result(info), r -> new ArrayList<>()).addAll(all);
        }
      }
    }
    templates.add(Lines.of("oracles/operators.txt"));
    byResult.put("any", byResult.values().stream().flatMap(List::stream).toList());
  }

  /** How many functions (and the operators, as one) formulas are written for in turn. */
  int subjects() {
    return templates.size();
  }

  private static void addCatalogueTemplates(
      FunctionInfo info, Map<String, List<String>> kinds, List<String> templates) {
    if (info.parameters().isEmpty()) {
      templates.add(info.name() + "()");
      return;
    }
    boolean known = info.parameters().stream().allMatch(p -> kinds.containsKey(key(p)));
    if (!known && !templates.isEmpty()) {
      return;
    }
    int most = info.parameters().size();
    for (int count = info.fewest(); count <= most; count++) {
      for (int turn = 0; turn < 2; turn++) {
        List<String> arguments = new ArrayList<>();
        for (FunctionParameter parameter : info.parameters().subList(0, count)) {
          List<String> choice =
              kinds.getOrDefault(
                  key(parameter), parameter.range() ? List.of("numcol") : List.of("num"));
          arguments.add("{" + choice.get(turn % choice.size()) + "}");
        }
        templates.add(info.name() + "(" + String.join(",", arguments) + ")");
      }
    }
  }

  private static String key(FunctionParameter parameter) {
    return parameter.name();
  }

  private static String result(FunctionInfo info) {
    boolean counts = info.name().matches("LENB?|FIND|SEARCH|CODE|UNICODE|VALUE|NUMBERVALUE|EXACT");
    if (info.category() == Category.TEXT && !counts) {
      return "text";
    }
    return switch (info.category()) {
      case MATH, STATISTICAL, FINANCIAL, DATE_TIME, TEXT -> "num";
      case INFORMATION, LOGICAL -> info.name().startsWith("IS") ? "bool" : "other";
      default -> "other";
    };
  }

  /** The formula of this number, without {@code =}. */
  String formula(long number) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
    List<String> own = templates.get((int) (number % templates.size()));
    int depth = random.nextInt(DEEPEST + 1);
    return filled(pick(own, random), depth, random, new Holes(random));
  }

  private String filled(String template, int depth, SplittableRandom random, Holes holes) {
    return HOLE.matcher(template)
        .replaceAll(m -> Matcher.quoteReplacement(argument(m.group(1), depth, random, holes)));
  }

  private String argument(String kind, int depth, SplittableRandom random, Holes holes) {
    String result = NESTED.get(kind);
    List<String> nested = result == null ? null : byResult.get(result);
    if (depth > 0 && nested != null && random.nextInt(3) == 0) {
      return filled(pick(nested, random), depth - 1, random, holes);
    } else if (depth > 0 && kind.equals("num") && random.nextInt(4) == 0) {
      String operator = holes.leaf("op");
      return "(" + argument(kind, depth - 1, random, holes) + operator + holes.leaf(kind) + ")";
    }
    boolean odd = SPOILED.contains(kind) && random.nextInt(16) == 0;
    return holes.leaf(odd ? "any" : kind);
  }

  private static String pick(List<String> list, SplittableRandom random) {
    return list.get(random.nextInt(list.size()));
  }
}
