package org.inkstone.service.sheet.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.eval.Evaluation;
import org.inkstone.service.sheet.eval.EvaluationException;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.FormulaParser;
import org.inkstone.service.sheet.formula.FormulaPrinter;
import org.inkstone.service.sheet.formula.FormulaSyntaxException;

/**
 * Asks the oracles and compares. {@code ask SEED COUNT} generates formulas, lets both oracles
 * compute them and keeps the answers; {@code compare} compares kept answers; {@code store COUNT}
 * keeps the first of them as the sample that every build compares.
 */
final class OracleRun {
  private static final int PER_WORKBOOK = 4000;
  private static final Set<String> NOT_READ = Set.of("#NAME?", "refused", "Err:508", "Err:509");

  /** What IronCalc says of what it has not yet, and of an array where we have none to cut from. */
  private static final Set<String> NOT_ASKED = Set.of("#N/IMPL!", "#SPILL!");

  private static final String FOLDER = "target/oracles";
  private static final Path SAMPLE = Path.of("src/test/resources/oracles/sample.tsv.gz");
  private static final String ANSWERS = "answers.tsv.gz";

  private final Path folder;
  private final Path scripts = Path.of("src/test/oracles");

  private OracleRun(Path folder) {
    this.folder = folder;
  }

  /** Runs one of the commands in the folder of the service. */
  public static void main(String[] words) throws IOException, InterruptedException {
    OracleRun run = new OracleRun(Path.of(System.getProperty("inkstone.oracles", FOLDER)));
    switch (words[0]) {
      case "ask" -> run.ask(Long.parseLong(words[1]), Integer.parseInt(words[2]));
      case "compare" -> run.compare();
      case "store" -> run.store(Integer.parseInt(words[1]));
      default -> throw new IllegalArgumentException("expected ask, compare or store: " + words[0]);
    }
  }

  private void ask(long seed, int count) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Sheet data = ProofData.sheet(seed);
    List<String> formulas = generated(data, seed, count);
    System.out.println(formulas.size() + " formulas with their parts");
    List<Sample.Case> cases = new ArrayList<>();
    for (int from = 0; from < formulas.size(); from += PER_WORKBOOK) {
      List<String> part = formulas.subList(from, Math.min(from + PER_WORKBOOK, formulas.size()));
      List<String> libreOffice = libreOffice(data, part);
      List<String> ironCalc = ironCalc(data, part);
      for (int i = 0; i < part.size(); i++) {
        cases.add(new Sample.Case(part.get(i), libreOffice.get(i), ironCalc.get(i)));
      }
      System.out.println(cases.size() + " computed");
    }
    new Sample(data, withoutUnknown(cases)).write(folder.resolve(ANSWERS));
  }

  /** Generated formulas and their parts; what gives an array is asked for one cell of it. */
  private static List<String> generated(Sheet data, long seed, int count) {
    FormulaGenerator generator = new FormulaGenerator(seed);
    Engine engine = new Engine(data);
    SplittableRandom random = new SplittableRandom(seed);
    Set<String> formulas = new LinkedHashSet<>();
    for (long number = 0; formulas.size() < count; number++) {
      try {
        Expr expr = FormulaParser.parse(generator.formula(number));
        for (Expr part : SubExpressions.inside(expr)) {
          formulas.add(single(part, engine, random));
        }
        formulas.add(single(expr, engine, random));
      } catch (FormulaSyntaxException | EvaluationException e) {
        throw new IllegalStateException(generator.formula(number), e);
      }
    }
    return List.copyOf(formulas);
  }

  private static String single(Expr expr, Engine engine, SplittableRandom random) {
    Evaluation value = engine.evaluate(expr);
    int rows = value.rows().size();
    int columns = value.rows().getFirst().size();
    String text = FormulaPrinter.print(expr);
    return rows * columns == 1
        ? text
        : "INDEX(%s,%d,%d)".formatted(text, 1 + random.nextInt(rows), 1 + random.nextInt(columns));
  }

  private List<String> libreOffice(Sheet data, List<String> formulas)
      throws IOException, InterruptedException {
    Path workbook = folder.resolve("formulas.xlsx");
    Path results = folder.resolve("libreoffice.txt");
    OracleFiles.writeWorkbook(data, formulas, workbook);
    run(
        "/usr/bin/env",
        System.getProperty("inkstone.python", "python3"),
        scripts.resolve("libreoffice.py").toString(),
        workbook.toString(),
        String.valueOf(Engine.FIRST_ROW),
        String.valueOf(Engine.COLUMN),
        String.valueOf(formulas.size()),
        results.toString());
    return results(results, formulas.size());
  }

  private List<String> ironCalc(Sheet data, List<String> formulas)
      throws IOException, InterruptedException {
    Path lines = folder.resolve("formulas.tsv");
    Path results = folder.resolve("ironcalc.txt");
    OracleFiles.writeLines(data, formulas, lines);
    run(
        "/usr/bin/env",
        "node",
        scripts.resolve("ironcalc.mjs").toString(),
        System.getProperty("inkstone.packages", folder.toString()),
        lines.toString(),
        results.toString());
    return results(results, formulas.size());
  }

  private static List<String> results(Path file, int expected) throws IOException {
    List<String> results = List.of(Files.readString(file).split("\n"));
    if (results.size() != expected) {
      throw new IllegalStateException(
          file + " has " + results.size() + " lines, expected " + expected);
    }
    return results;
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).inheritIO().start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(
          String.join(" ", command) + " ended with " + process.exitValue());
    }
  }

  /**
   * An oracle does not know a function that it answers with {@code #NAME?} or refuses to read, and
   * never with a value.
   */
  private static List<Sample.Case> withoutUnknown(List<Sample.Case> cases) {
    Map<Sample.Oracle, Set<String>> unknown = new TreeMap<>();
    for (Sample.Oracle oracle : Sample.Oracle.values()) {
      Set<String> nameless = new TreeSet<>();
      Set<String> answered = new HashSet<>();
      for (Sample.Case one : cases) {
        String answer = one.of(oracle);
        Set<String> outermost = outermost(FormulaParser.parse(one.formula()));
        if (NOT_READ.contains(answer)) {
          nameless.addAll(outermost);
        } else if (!answer.startsWith("#") && !answer.startsWith("Err")) {
          answered.addAll(outermost);
        }
      }
      nameless.removeAll(answered);
      unknown.put(oracle, nameless);
      System.out.println(oracle + " lacks " + nameless);
    }
    return cases.stream()
        .map(one ->
            new Sample.Case(
                one.formula(),
                known(one, Sample.Oracle.LIBREOFFICE, unknown),
                known(one, Sample.Oracle.IRONCALC, unknown)))
        .toList();
  }

  private static String known(
      Sample.Case one, Sample.Oracle oracle, Map<Sample.Oracle, Set<String>> unknown) {
    Set<String> names = new HashSet<>();
    SubExpressions.renamed(FormulaParser.parse(one.formula()), noting(names));
    boolean knows = names.stream().noneMatch(unknown.getOrDefault(oracle, Set.of())::contains);
    boolean asked = !NOT_ASKED.contains(one.of(oracle));
    return knows && asked ? one.of(oracle) : Encoded.UNKNOWN;
  }

  private static UnaryOperator<String> noting(Set<String> names) {
    return name -> {
      names.add(name);
      return name;
    };
  }

  /** The outermost function, and of one cell of an array that of the array. */
  private static Set<String> outermost(Expr expr) {
    return switch (expr) {
      case Expr.Call call
          when call.function().equals("INDEX")
              && call.arguments().getFirst() instanceof Expr.Call inner ->
          Set.of(inner.function());
      case Expr.Call call -> Set.of(call.function());
      case Expr.Invoke invoke -> outermost(invoke.callee());
      default -> Set.of();
    };
  }

  private Sample answers() throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve(ANSWERS)))) {
      return Sample.read(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    }
  }

  private void compare() throws IOException {
    List<Disagreement> known = Disagreement.all();
    Comparison comparison = new Comparison(answers(), known).run();
    comparison.unexplained().forEach(System.out::println);
    comparison.used().forEach((id, count) -> System.out.println("explained\t" + id + "\t" + count));
    known.stream()
        .filter(entry -> !comparison.used().containsKey(entry.id()))
        .forEach(entry -> System.out.println("not needed\t" + entry.id()));
    System.out.println(comparison.summary());
    if (!comparison.unexplained().isEmpty()) {
      throw new IllegalStateException(comparison.unexplained().size() + " unexplained");
    }
  }

  private void store(int count) throws IOException {
    Sample all = answers();
    new Sample(all.data(), all.cases().subList(0, Math.min(count, all.cases().size())))
        .write(SAMPLE);
  }
}
