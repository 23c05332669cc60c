package org.inkstone.service.task.formula;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.Link;
import org.inkstone.service.plan.Links;
import org.inkstone.service.plan.TableView;
import org.inkstone.service.plan.Target;
import org.inkstone.service.prompt.Prompt;
import org.inkstone.service.prompt.PromptCatalog;
import org.inkstone.service.prompt.PromptTemplate;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.format.DisplayText;

/** Words a request for the model: columns by name, never by place. */
final class FormulaPrompt {
  /** The template's id. */
  static final String TEMPLATE = "formula/write";

  private static final int SAMPLES = 4;
  private static final int LONGEST_SAMPLE = 24;

  private final PromptTemplate template;

  /** Fails where the template asks for other inputs than are given here. */
  FormulaPrompt(PromptCatalog catalog) {
    template =
        catalog.template(TEMPLATE).requireInputs(Set.of("tables", "words", "shape", "request"));
  }

  Prompt render(Question question) {
    return template.render(
        Map.of(
            "tables", tables(question),
            "words", words(question.links()),
            "shape", question.fillDown() ? "one value in each row" : "one result",
            "request", question.instruction().strip()));
  }

  private static String tables(Question question) {
    DisplayText display = new DisplayText(question.schema().workbook().dateSystem());
    return question.schema().tables().stream()
        .map(t -> table(t, display))
        .collect(Collectors.joining("\n"));
  }

  private static String table(TableView table, DisplayText display) {
    List<String> lines = new ArrayList<>();
    lines.add("Table " + table.name() + ", " + table.table().data().rows() + " rows");
    for (ColumnView column : table.columns()) {
      lines.add("- " + column.name() + ": " + describe(column, display));
    }
    return String.join("\n", lines);
  }

  private static String describe(ColumnView column, DisplayText display) {
    String type = column.type().name().toLowerCase(Locale.ROOT);
    String samples =
        column.profile().samples().stream()
            .limit(SAMPLES)
            .map(v -> sample(v, column, display))
            .collect(Collectors.joining(", "));
    String blanks = column.profile().blanks() > 0 ? ", some blank" : "";
    return type + (samples.isEmpty() ? "" : ", e.g. " + samples) + blanks;
  }

  private static String sample(Scalar value, ColumnView column, DisplayText display) {
    String text = display.of(value, column.profile().format());
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() > LONGEST_SAMPLE ? line.substring(0, LONGEST_SAMPLE) + "…" : line;
  }

  /** The words that are linked, with what they mean. */
  private static String words(Links links) {
    Set<String> lines = new LinkedHashSet<>();
    for (Link link : links.links()) {
      switch (link.target()) {
        case Target.Value value ->
            lines.add(value.column().reference() + " = \"" + value.value() + '"');
        case Target.Column column when link.score() >= 0.6 ->
            lines.add(column.column().reference());
        case Target.Period period -> lines.add(period.from() + " to before " + period.to());
        default -> {}
      }
    }
    return lines.isEmpty() ? "-" : String.join("; ", lines);
  }
}
