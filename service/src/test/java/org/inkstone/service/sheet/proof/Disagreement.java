package org.inkstone.service.sheet.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A known class of disagreement with an oracle, from {@code oracles/disagreements.txt}: when it
 * applies, who is right, and why.
 *
 * @param functions outermost functions or operators
 * @param arguments found in the arguments of {@link Shape}
 * @param formula found in the whole formula
 * @param ours matches our encoded value
 * @param theirs matches the oracle's encoded value
 * @param relation how far the two values may be apart
 */
record Disagreement(
    String id,
    Sample.Oracle oracle,
    Set<String> functions,
    Pattern arguments,
    Pattern formula,
    Pattern ours,
    Pattern theirs,
    Relation relation,
    String right,
    String why) {

  /** What two differing values may have to do with each other. */
  enum Relation {
    /** Nothing: the patterns say all. */
    ANY,
    /** The oracle has 1 for true and 0 for false. */
    BOOL_AS_NUMBER,
    /** Numbers equal to one part in 100,000. */
    NEARLY,
    /** Numbers both nearer to 0 than the rounding of their operands. */
    NEAR_ZERO;

    boolean holds(String ours, String theirs) {
      return switch (this) {
        case ANY -> true;
        case BOOL_AS_NUMBER ->
            ours.equals("TRUE") && theirs.equals("1") || ours.equals("FALSE") && theirs.equals("0");
        case NEARLY -> numbers(ours, theirs) && Encoded.close(ours, theirs, 1e-5);
        case NEAR_ZERO ->
            numbers(ours, theirs)
                && Math.abs(Double.parseDouble(ours)) < 1e-10
                && Math.abs(Double.parseDouble(theirs)) < 1e-10;
      };
    }

    private static boolean numbers(String ours, String theirs) {
      return Encoded.isNumber(ours) && Encoded.isNumber(theirs);
    }
  }

  boolean explains(Sample.Oracle asked, String text, Shape shape, String our, String their) {
    return asked == oracle
        && (functions.contains("*") || functions.contains(shape.function()))
        && arguments.matcher(shape.arguments()).find()
        && formula.matcher(text).find()
        && ours.matcher(our).matches()
        && theirs.matcher(their).matches()
        && relation.holds(our, their);
  }

  /** All entries of the list. */
  static List<Disagreement> all() {
    List<Disagreement> all = new ArrayList<>();
    Map<String, String> fields = new HashMap<>();
    String id = "";
    for (String line : Lines.of("oracles/disagreements.txt")) {
      if (line.startsWith("[")) {
        add(id, fields, all);
        id = line.substring(1, line.length() - 1);
        fields = new HashMap<>();
      } else if (line.startsWith(" ")) {
        fields.merge("why", " " + line.strip(), String::concat);
      } else {
        int colon = line.indexOf(": ");
        fields.put(line.substring(0, colon), line.substring(colon + 2));
      }
    }
    add(id, fields, all);
    return all;
  }

  private static void add(String id, Map<String, String> fields, List<Disagreement> all) {
    if (id.isEmpty()) {
      return;
    }
    for (String key : List.of("oracle", "functions", "ours", "theirs", "right", "why")) {
      if (!fields.containsKey(key)) {
        throw new IllegalStateException("disagreement " + id + " lacks " + key);
      }
    }
    for (String oracle : fields.get("oracle").split(" ")) {
      all.add(
          new Disagreement(
              id,
              Sample.Oracle.valueOf(oracle.toUpperCase(Locale.ROOT)),
              Set.of(fields.get("functions").split(" ")),
              Pattern.compile(fields.getOrDefault("arguments", "")),
              Pattern.compile(fields.getOrDefault("formula", "")),
              Pattern.compile(fields.get("ours"), Pattern.DOTALL),
              Pattern.compile(fields.get("theirs"), Pattern.DOTALL),
              Relation.valueOf(fields.getOrDefault("relation", "any").toUpperCase(Locale.ROOT)),
              fields.get("right"),
              fields.get("why")));
    }
  }
}
