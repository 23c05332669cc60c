package org.inkstone.service.task.formula;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.inkstone.sdk.model.Cell;
import org.inkstone.service.plan.Schema;
import org.inkstone.service.plan.TableView;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.Table;
import org.inkstone.service.sheet.Workbook;
import org.inkstone.service.sheet.eval.Evaluation;
import org.inkstone.service.sheet.eval.EvaluationException;
import org.inkstone.service.sheet.format.DisplayText;
import org.inkstone.service.sheet.format.SerialDate;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.FormulaParser;
import org.inkstone.service.sheet.read.ReadLimits;
import org.inkstone.service.sheet.read.SheetContextReader;

/** Judges a formula by what it gives: on a sample's data, and on its edited data. */
final class SampleJudge {
  private static final double TOLERANCE = 1e-9;

  private final Calculator calculator;

  SampleJudge(Calculator calculator) {
    this.calculator = calculator;
  }

  /** Whether a formula gives the expected values on the data, and on the edited data if any. */
  boolean isRight(Sample sample, String formula) {
    Workbook workbook = workbook(sample);
    Sample.Expected expected = sample.expected();
    if (expected == null || !gives(sample, formula, workbook, expected)) {
      return false;
    }
    Sample.Changed changed = sample.changed();
    return changed == null
        || gives(sample, formula, edited(workbook, changed.edits()), changed.expected());
  }

  static Workbook workbook(Sample sample) {
    return new SheetContextReader(ReadLimits.usual()).read(sample.sheets());
  }

  private boolean gives(
      Sample sample, String formula, Workbook workbook, Sample.Expected expected) {
    try {
      return matches(values(sample, formula, workbook), expected);
    } catch (EvaluationException e) {
      return false;
    }
  }

  /** What a formula gives over a sample's data. */
  List<List<Scalar>> values(Sample sample, String formula, Workbook workbook) {
    SheetInput input = SheetInputReader.read(workbook, source(sample));
    Expr parsed = FormulaParser.parse(formula);
    Expr ranges = new Names(input.schema(), input.place()).toRanges(parsed);
    List<Table> tables = input.schema().tables().stream().map(TableView::table).toList();
    Computed computed = calculator.compute(ranges, workbook, tables, input.place());
    List<List<Scalar>> rows = new ArrayList<>();
    for (Evaluation evaluation : computed.evaluations()) {
      rows.addAll(sample.fillDown() ? List.of(List.of(evaluation.scalar())) : evaluation.rows());
    }
    return rows;
  }

  private static SheetInputReader.Source source(Sample sample) {
    return new SheetInputReader.Source(
        sample.sheets().getFirst(), null, null, null, null, null, sample.cell(), sample.fillDown());
  }

  private static Workbook edited(Workbook workbook, Map<String, Cell> edits) {
    Workbook changed = workbook;
    for (Map.Entry<String, Cell> edit : edits.entrySet()) {
      int mark = edit.getKey().lastIndexOf('!');
      Sheet sheet =
          mark < 0
              ? changed.sheets().getFirst()
              : changed.sheet(edit.getKey().substring(0, mark)).orElseThrow();
      CellAddress at = CellAddress.parse(edit.getKey().substring(mark + 1));
      Map<CellAddress, SheetCell> cell = new HashMap<>();
      cell.put(
          at,
          new SheetCell(scalar(edit.getValue()), null, sheet.cell(at.row(), at.column()).format()));
      changed = changed.with(sheet.with(cell));
    }
    return changed;
  }

  static Scalar scalar(Cell cell) {
    return switch (cell) {
      case Cell.BlankCell blank -> Scalar.blank();
      case Cell.TextCell text -> Scalar.of(text.value());
      case Cell.NumberCell number -> Scalar.of(number.value());
      case Cell.BooleanCell bool -> Scalar.of(bool.value());
      case Cell.DateCell date -> Scalar.of(SerialDate.of(date.value(), DateSystem.FROM_1900));
      case Cell.FormattedCell formatted -> scalar(formatted.value());
      default -> throw new IllegalArgumentException("not a value that samples use: " + cell);
    };
  }

  private static boolean matches(List<List<Scalar>> values, Sample.Expected expected) {
    List<List<Scalar>> wanted = new ArrayList<>();
    expected.rows().forEach(r -> wanted.add(r.stream().map(SampleJudge::scalar).toList()));
    List<List<Scalar>> given = new ArrayList<>(values);
    if (expected.loose() && given.size() == 1 && wanted.size() > 1) {
      given.clear();
      values.getFirst().forEach(v -> given.add(List.of(v))); // a row where a column is meant
    }
    if (expected.anyOrder()) {
      Comparator<List<Scalar>> byText =
          Comparator.comparing(r -> r.stream().map(SampleJudge::text).toList().toString());
      given.sort(byText);
      wanted.sort(byText);
    }
    if (given.size() != wanted.size()) {
      return false;
    }
    for (int i = 0; i < given.size(); i++) {
      if (!sameRow(given.get(i), wanted.get(i), expected.loose())) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameRow(List<Scalar> given, List<Scalar> wanted, boolean loose) {
    if (given.size() != wanted.size()) {
      return false;
    }
    for (int i = 0; i < given.size(); i++) {
      if (!same(given.get(i), wanted.get(i), loose)) {
        return false;
      }
    }
    return true;
  }

  private static boolean same(Scalar given, Scalar wanted, boolean loose) {
    if (given instanceof Scalar.Num a && wanted instanceof Scalar.Num b) {
      double scale = Math.max(1, Math.max(Math.abs(a.value()), Math.abs(b.value())));
      return Math.abs(a.value() - b.value()) <= TOLERANCE * scale;
    }
    return given.equals(wanted) || loose && text(given).equals(text(wanted));
  }

  private static String text(Scalar value) {
    return switch (value) {
      case Scalar.Num number -> DisplayText.plain(number.value());
      case Scalar.Text text -> plain(text.value());
      case Scalar.Bool bool -> Boolean.toString(bool.value());
      case Scalar.Err error -> error.code().literal();
      case Scalar.Blank blank -> "";
    };
  }

  /** As a person would compare texts: without quotes, a final full stop, cases and line breaks. */
  private static String plain(String text) {
    String bare = text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    boolean quoted =
        bare.length() > 2
            && "\"“'".indexOf(bare.charAt(0)) >= 0
            && "\"”'".indexOf(bare.charAt(bare.length() - 1)) >= 0;
    String inner = quoted ? bare.substring(1, bare.length() - 1).strip() : bare;
    return inner.endsWith(".") ? inner.substring(0, inner.length() - 1) : inner;
  }

  /** The tables of a sample, as the task sees them. */
  static Schema schema(Sample sample) {
    return input(sample).schema();
  }

  /** The tables and the place of a sample, as the task sees them. */
  static SheetInput input(Sample sample) {
    return SheetInputReader.read(workbook(sample), source(sample));
  }
}
