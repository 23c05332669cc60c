package org.inkstone.service.plan.rank;

import java.util.List;
import java.util.stream.Collectors;
import org.inkstone.service.engine.TextEncoder;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.Language;
import org.inkstone.service.plan.Schema;
import org.inkstone.service.plan.TableView;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.format.DisplayText;

/** The texts over which a model's states are taken: the tables, a candidate, and the request. */
final class ProbeText {
  private static final int SAMPLES = 3;
  private static final int LONGEST_SAMPLE = 20;
  private static final int MOST_COLUMNS = 40;

  private ProbeText() {}

  /** What all candidates of a request share. */
  static String tables(Schema schema) {
    DisplayText display = new DisplayText(schema.workbook().dateSystem());
    return schema.tables().stream()
        .map(t -> table(t, display))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String table(TableView table, DisplayText display) {
    return "Table "
        + table.name()
        + ": "
        + table.columns().stream()
            .limit(MOST_COLUMNS)
            .map(c -> column(c, display))
            .collect(Collectors.joining(", "));
  }

  private static String column(ColumnView column, DisplayText display) {
    List<Scalar> values = column.profile().samples();
    String samples =
        values.stream()
            .limit(SAMPLES)
            .map(v -> display.of(v, column.profile().format()).replaceAll("\\s+", " ").strip())
            .map(v -> v.length() > LONGEST_SAMPLE ? v.substring(0, LONGEST_SAMPLE) : v)
            .collect(Collectors.joining("; "));
    return column.name() + " (" + samples + ")";
  }

  /** A candidate and the request, of which the request's states are asked for. */
  static TextEncoder.Passage passage(String candidate, String request, Language language) {
    String before = candidate + (language == Language.CHINESE ? "\n问题：" : "\nQuestion: ");
    String asked = request.strip();
    return new TextEncoder.Passage(
        before + asked,
        List.of(new TextEncoder.Span(before.length(), before.length() + asked.length())));
  }
}
