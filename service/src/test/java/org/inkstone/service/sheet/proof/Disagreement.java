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
    /** Numbers at most 0.001 apart. */
    A_THOUSANDTH,
    /** Numbers at most 0.1 apart. */
    A_TENTH,
    /** Numbers at most a tenth of themselves apart. */
    TEN_PERCENT,
    /** Numbers exactly one apart. */
    ONE,
    /** Texts that are the same but for TRUE and FALSE, for which the oracle writes 1 and 0. */
    BOOL_IN_TEXT,
    /** Texts that are the same but for digits after the 14th of a number. */
    DIGITS_IN_TEXT,
    /**
     * Complex numbers in texts that differ in the last digits, or in how an exponent is written.
     */
    COMPLEX,
    /** Numbers of which ours is so small that the other engine has 0, or has it nearly. */
    TAIL,
    /** Numbers both nearer to 0 than the rounding of their operands. */
    NEAR_ZERO;

    boolean holds(String ours, String theirs) {
      return switch (this) {
        case ANY -> true;
        case BOOL_AS_NUMBER ->
            ours.equals("TRUE") && theirs.equals("1") || ours.equals("FALSE") && theirs.equals("0");
        case NEARLY -> numbers(ours, theirs) && Encoded.close(ours, theirs, 1e-5);
        case A_THOUSANDTH -> numbers(ours, theirs) && distance(ours, theirs) < 0.001001;
        case A_TENTH -> numbers(ours, theirs) && distance(ours, theirs) < 0.1001;
        case TEN_PERCENT -> numbers(ours, theirs) && Encoded.close(ours, theirs, 0.1);
        case ONE -> numbers(ours, theirs) && Math.abs(distance(ours, theirs) - 1) < 1e-9;
        case BOOL_IN_TEXT -> ours.replace("TRUE", "1").replace("FALSE", "0").equals(theirs);
        case DIGITS_IN_TEXT -> shortened(ours).equals(shortened(theirs));
        case COMPLEX -> ComplexText.same(ours, theirs);
        case TAIL ->
            numbers(ours, theirs)
                && (Encoded.close(ours, theirs, 2e-5) || distance(ours, theirs) < 1e-9);
        case NEAR_ZERO ->
            numbers(ours, theirs)
                && Math.abs(Double.parseDouble(ours)) < 1e-10
                && Math.abs(Double.parseDouble(theirs)) < 1e-10;
      };
    }

    private static double distance(String ours, String theirs) {
      return Math.abs(Double.parseDouble(ours) - Double.parseDouble(theirs));
    }

    private static String shortened(String text) {
      return text.replaceAll("(\\d\\.\\d{8})\\d*", "$1")
          .replaceAll("(\\d)[eE]([-+])0*(\\d)", "$1E$2$3");
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
    String last = "why";
    for (String line : Lines.of("oracles/disagreements.txt")) {
      if (line.startsWith("[")) {
        add(id, fields, all);
        id = line.substring(1, line.length() - 1);
        fields = new HashMap<>();
      } else if (line.startsWith(" ")) {
        fields.merge(last, " " + line.strip(), String::concat);
      } else {
        int colon = line.indexOf(": ");
        last = line.substring(0, colon);
        fields.put(last, line.substring(colon + 2));
      }
    }
    add(id, fields, all);
    return all;
  }

  private static void add(String id, Map<String, String> fields, List<Disagreement> all) {
    if (id.isEmpty()) {
      return;
    }
    String theirs = required(id, "theirs", fields);
    for (String oracle : required(id, "oracle", fields).split(" ", -1)) {
      all.add(
          new Disagreement(
              id,
              Sample.Oracle.valueOf(oracle.toUpperCase(Locale.ROOT)),
              Set.of(required(id, "functions", fields).split(" ", -1)),
              Pattern.compile(fields.getOrDefault("arguments", "")),
              Pattern.compile(fields.getOrDefault("formula", "")),
              Pattern.compile(required(id, "ours", fields), Pattern.DOTALL),
              Pattern.compile(theirs, Pattern.DOTALL),
              Relation.valueOf(fields.getOrDefault("relation", "any").toUpperCase(Locale.ROOT)),
              required(id, "right", fields),
              required(id, "why", fields)));
    }
  }

  private static String required(String id, String key, Map<String, String> fields) {
    String value = fields.get(key);
    if (value == null) {
      throw new IllegalStateException("the disagreement " + id + " has no line " + key);
    }
    return value;
  }
}
