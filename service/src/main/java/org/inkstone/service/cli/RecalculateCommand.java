package org.inkstone.service.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Workbook;
import org.inkstone.service.sheet.eval.EvaluationContext;
import org.inkstone.service.sheet.read.ReadLimits;
import org.inkstone.service.sheet.read.SheetReadException;
import org.inkstone.service.sheet.read.WorkbookReader;
import org.inkstone.service.sheet.recalc.StoredValues;
import org.inkstone.service.sheet.recalc.WorkbookComparison;
import org.inkstone.service.sheet.recalc.WorkbookComparison.CellDifference;
import org.inkstone.service.sheet.write.RecalculatedFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Recalculates workbooks, and compares the result with the stored values or writes it. */
@Command(
    name = "recalculate",
    description = "Recalculate the formulas of workbooks (.xlsx, .xls).",
    mixinStandardHelpOptions = true)
final class RecalculateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "workbooks")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--compare",
      description =
          "compare every formula cell with its stored value, and write nothing; numbers agree to"
              + " 1e-9 of their size, volatile functions and what depends on them are left out")
  private boolean compare;

  @Option(names = "--json", description = "print JSON, one object a line")
  private boolean json;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "where the recalculated workbook goes (FILE.recalculated.xlsx beside it)")
  private @Nullable Path output;

  @Override
  public Integer call() throws IOException {
    if (output != null && (compare || files.size() > 1)) {
      throw new IllegalArgumentException("--output goes with one file and without --compare");
    }
    PrintWriter out = spec.commandLine().getOut();
    int unread = 0;
    for (Path file : files) {
      try {
        if (compare) {
          compare(file, out);
        } else {
          write(file, out);
        }
      } catch (SheetReadException e) {
        unread++;
        spec.commandLine().getErr().println("inkstone: " + file + ": " + e.getMessage());
      }
    }
    out.flush();
    return unread == 0 ? 0 : 1;
  }

  private static Workbook read(Path file, byte[] content) {
    return new WorkbookReader(ReadLimits.usual()).read(content, String.valueOf(file.getFileName()));
  }

  private static Clock clock() {
    return Clock.system(ZoneId.systemDefault());
  }

  private void write(Path file, PrintWriter out) throws IOException {
    byte[] content = Files.readAllBytes(file);
    Workbook workbook = read(file, content);
    EvaluationContext context =
        EvaluationContext.of(
            workbook,
            workbook.sheets().getFirst().name(),
            new CellAddress(0, 0),
            clock(),
            new SplittableRandom());
    Path target = output == null ? beside(file) : output;
    RecalculatedFile.Written written;
    try (OutputStream stream = Files.newOutputStream(target)) {
      written = RecalculatedFile.write(content, context, stream);
    }
    Map<String, @Nullable Object> summary = new LinkedHashMap<>();
    summary.put("file", file.toString());
    summary.put("output", target.toString());
    summary.put("computed", written.computed());
    summary.put("not_computed", written.kept());
    out.println(
        json
            ? json(summary)
            : "%s: %d cells computed, %d kept as they were stored; written to %s"
                .formatted(file, written.computed(), written.kept(), target));
  }

  /** {@code book.xlsx} becomes {@code book.recalculated.xlsx}. */
  private static Path beside(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot < 0
        ? file.resolveSibling(name + ".recalculated")
        : file.resolveSibling(name.substring(0, dot) + ".recalculated" + name.substring(dot));
  }

  private void compare(Path file, PrintWriter out) throws IOException {
    Workbook workbook = read(file, Files.readAllBytes(file));
    WorkbookComparison comparison = StoredValues.compare(workbook, clock());
    out.println(json ? json(summary(file, comparison)) : words(file, comparison));
    for (CellDifference cell : comparison.differing()) {
      out.println(json ? json(cell(file, cell)) : words(cell));
    }
    for (CellDifference cell : comparison.notComputed()) {
      out.println(json ? json(cell(file, cell)) : words(cell));
    }
    out.flush();
  }

  private static Map<String, @Nullable Object> summary(Path file, WorkbookComparison comparison) {
    Map<String, @Nullable Object> summary = new LinkedHashMap<>();
    summary.put("file", file.toString());
    summary.put("cells", comparison.cells());
    summary.put("agree", comparison.agree());
    summary.put("differ", comparison.differing().size());
    summary.put("not_computed", comparison.notComputed().size());
    summary.put("volatile", comparison.unstable());
    summary.put("without_value", comparison.unstored());
    return summary;
  }

  private static Map<String, @Nullable Object> cell(Path file, CellDifference cell) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("file", file.toString());
    line.put("sheet", cell.sheet());
    line.put("cell", cell.cell().toString());
    line.put("formula", cell.formula());
    line.put("ours", cell.ours() == null ? null : plain(cell.ours()));
    line.put("cached", plain(cell.stored()));
    line.put("reason", cell.reason());
    return line;
  }

  private static @Nullable Object plain(Scalar scalar) {
    return switch (scalar) {
      case Scalar.Num n -> n.value();
      case Scalar.Text t -> t.value();
      case Scalar.Bool b -> b.value();
      case Scalar.Err e -> Map.of("error", e.code().literal());
      case Scalar.Blank b -> null;
    };
  }

  private static String json(Map<String, @Nullable Object> line) {
    try {
      return new ObjectMapper().writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a line of plain values can't be written", e);
    }
  }

  private static String words(Path file, WorkbookComparison comparison) {
    return "%s: %d formula cells, %d agree, %d differ, %d not computed; %d volatile and %d without a"
            .formatted(
                file,
                comparison.cells(),
                comparison.agree(),
                comparison.differing().size(),
                comparison.notComputed().size(),
                comparison.unstable(),
                comparison.unstored())
        + " stored value left out";
  }

  private static String words(CellDifference cell) {
    return "  %s!%s =%s: %sstored %s (%s)"
        .formatted(
            cell.sheet(),
            cell.cell(),
            cell.formula(),
            cell.ours() == null ? "" : "ours " + shown(cell.ours()) + ", ",
            shown(cell.stored()),
            cell.reason());
  }

  private static String shown(Scalar scalar) {
    return switch (scalar) {
      case Scalar.Num n -> Double.toString(n.value());
      case Scalar.Text t -> '"' + t.value() + '"';
      case Scalar.Bool b -> b.value() ? "TRUE" : "FALSE";
      case Scalar.Err e -> e.code().literal();
      case Scalar.Blank b -> "nothing";
    };
  }
}
