package org.inkstone.service.task.formula;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.inkstone.sdk.model.Cell;
import org.inkstone.sdk.model.SheetContext;
import org.inkstone.service.sheet.table.DayShape;
import org.jspecify.annotations.Nullable;

/** Reads samples: YAML files of a folder, or questions over tables, one JSON object a line. */
public final class SampleReader {
  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  private static final ObjectMapper JSON = new ObjectMapper();

  private SampleReader() {}

  private record File(List<SheetContext> sheets, List<Case> cases) {}

  private record Case(
      String id,
      String language,
      String category,
      String instruction,
      @Nullable String cell,
      @JsonProperty("fill_down") boolean fillDown,
      @Nullable String target,
      @Nullable String reference,
      @Nullable JsonNode expected,
      @JsonProperty("any_order") boolean anyOrder,
      @Nullable ChangedCase changed,
      @JsonProperty("as_of") @Nullable String asOf,
      @Nullable List<String> refused) {}

  private record ChangedCase(Map<String, Cell> edits, JsonNode expected) {}

  /** All samples of the {@code .yaml} files of a folder, by file name, not of folders inside it. */
  public static List<Sample> folder(Path folder) {
    List<Sample> samples = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        File read = YAML.readValue(Files.readString(file), File.class);
        for (Case one : read.cases()) {
          samples.add(sample(read.sheets(), one));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading samples of " + folder + ": " + e.getMessage(), e);
    }
    if (samples.isEmpty()) {
      throw new IllegalArgumentException("no samples (*.yaml) in " + folder);
    }
    return samples;
  }

  /** At most so many samples, evenly taken from all. */
  public static List<Sample> evenly(List<Sample> samples, int most) {
    if (samples.size() <= most) {
      return samples;
    }
    List<Sample> taken = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      taken.add(samples.get((int) ((long) i * samples.size() / most)));
    }
    return taken;
  }

  private static Sample sample(List<SheetContext> sheets, Case one) throws IOException {
    ChangedCase changed = one.changed();
    return new Sample(
        one.id(),
        one.language(),
        one.category(),
        one.instruction(),
        sheets,
        one.cell(),
        one.fillDown(),
        one.target(),
        one.reference(),
        one.expected() == null ? null : expected(one.expected(), one.anyOrder()),
        changed == null
            ? null
            : new Sample.Changed(changed.edits(), expected(changed.expected(), one.anyOrder())),
        one.asOf(),
        one.refused() == null ? List.of() : one.refused());
  }

  private static Sample.Expected expected(JsonNode node, boolean anyOrder) throws IOException {
    List<List<Cell>> rows = new ArrayList<>();
    if (node.has("rows")) {
      for (JsonNode row : node.get("rows")) {
        rows.add(cells(row));
      }
    } else if (node.has("results")) {
      cells(node.get("results")).forEach(cell -> rows.add(List.of(cell)));
    } else {
      rows.add(List.of(YAML.treeToValue(node, Cell.class)));
    }
    return new Sample.Expected(rows, anyOrder, false);
  }

  private static List<Cell> cells(JsonNode row) throws IOException {
    List<Cell> cells = new ArrayList<>();
    for (JsonNode cell : row) {
      cells.add(cell.isNull() ? Cell.blank() : YAML.treeToValue(cell, Cell.class));
    }
    return cells;
  }

  /**
   * Questions over tables of texts, one JSON object a line with {@code id}, {@code question},
   * {@code table} (its first row is the header) and {@code answer} (a list).
   */
  public static List<Sample> questions(Path file) {
    List<Sample> samples = new ArrayList<>();
    try (Stream<String> lines = Files.lines(file)) {
      for (String line : lines.filter(l -> !l.isBlank()).toList()) {
        samples.add(question(JSON.readTree(line)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading questions of " + file + ": " + e.getMessage(), e);
    }
    return samples;
  }

  private static Sample question(JsonNode node) {
    List<List<Cell>> rows = new ArrayList<>();
    for (JsonNode row : node.get("table")) {
      List<Cell> cells = new ArrayList<>();
      for (JsonNode cell : row) {
        cells.add(rows.isEmpty() ? Cell.of(cell.asText()) : typed(cell.asText()));
      }
      rows.add(cells);
    }
    List<List<Cell>> answer = new ArrayList<>();
    node.get("answer").forEach(a -> answer.add(List.of(typed(a.asText()))));
    return new Sample(
        node.get("id").asText(),
        "en",
        "question",
        node.get("question").asText(),
        List.of(SheetContext.of("Table", rows)),
        null,
        false,
        null,
        null,
        new Sample.Expected(answer, true, true),
        null,
        null,
        List.of());
  }

  /**
   * A cell as a spreadsheet reads its text when it is pasted: numbers, percentages and whole days
   * become values. What a spreadsheet would take for something that it is not, such as the score
   * 1-5 for a day, stays a text, as in a column that was formatted so before.
   */
  private static Cell typed(String text) {
    String bare = text.strip();
    if (bare.isEmpty()) {
      return Cell.blank();
    } else if (bare.matches("-?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|-?\\d+(?:\\.\\d+)?")) {
      return Cell.of(Double.parseDouble(bare.replace(",", "")));
    } else if (bare.matches("-?\\d+(?:\\.\\d+)?%")) {
      double value = new BigDecimal(bare.replace("%", "")).movePointLeft(2).doubleValue();
      return new Cell.FormattedCell(Cell.of(value), bare.contains(".") ? "0.0%" : "0%");
    }
    return day(bare).map(Cell::of).orElse(Cell.of(text));
  }

  /** A day with its year, from 1900 on. */
  private static Optional<LocalDate> day(String text) {
    return Stream.of(DayShape.ISO, DayShape.DAY_FIRST, DayShape.MONTH_FIRST, DayShape.HAN)
        .filter(shape -> text.matches(shape.pattern()))
        .flatMap(shape -> shape.find(text).stream())
        .filter(d -> d.getYear() >= 1900)
        .findFirst();
  }
}
