package org.inkstone.service.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.inkstone.sdk.model.FunctionInfo;
import org.inkstone.sdk.model.FunctionList;
import org.jspecify.annotations.Nullable;

/** The list of functions as text for people. */
final class FunctionText {
  private final FunctionList list;
  private final boolean chinese;

  FunctionText(FunctionList list, boolean chinese) {
    this.list = list;
    this.chinese = chinese;
  }

  /** A line a function, and the counts. */
  String lines() {
    StringBuilder out = new StringBuilder();
    for (FunctionInfo function : list.functions()) {
      List<String> columns =
          List.of(
              function.signature(),
              function.category(),
              function.since(),
              products(function, " "),
              state(function),
              said(function.description()));
      out.append(String.join("\t", columns)).append('\n');
    }
    return out.append(counts()).append('\n').toString();
  }

  /** A Markdown table, and the counts. */
  String markdown() {
    StringBuilder out = new StringBuilder();
    row(
        out,
        chinese
            ? List.of("函数", "类别", "首个 Excel 版本", "可用于", "各语言名称", "状态", "说明")
            : List.of("Function", "Category", "Since", "In", "Names", "State", "Description"));
    row(out, List.of("---", "---", "---", "---", "---", "---", "---"));
    for (FunctionInfo function : list.functions()) {
      row(
          out,
          List.of(
              "`" + function.signature() + "`",
              function.category(),
              function.since(),
              products(function, ", "),
              names(function),
              state(function),
              said(function.description())));
    }
    out.append('\n');
    notes().forEach(note -> out.append(note).append("\n\n"));
    return out.append(counts()).append('\n').toString();
  }

  private static void row(StringBuilder out, List<String> cells) {
    out.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  /** All that is known about one function. */
  String details(FunctionInfo function) {
    List<String> lines = new ArrayList<>();
    lines.add(function.signature());
    lines.add(said(function.description()));
    lines.add((chinese ? "类别：" : "category: ") + function.category());
    lines.add((chinese ? "首个 Excel 版本：" : "first Excel: ") + function.since());
    lines.add((chinese ? "可用于：" : "in: ") + products(function, ", "));
    lines.add((chinese ? "各语言名称：" : "names: ") + names(function));
    if (!function.unverifiedLocales().isEmpty()) {
      lines.add(
          (chinese ? "名称未经核实的语言：" : "name not verified in: ")
              + String.join(", ", function.unverifiedLocales()));
    }
    lines.add((chinese ? "状态：" : "state: ") + state(function));
    lines.addAll(notes());
    return String.join("\n", lines) + "\n";
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    String locales = String.join(", ", list.untranslatedLocales());
    notes.add(chinese ? "Excel 在以下语言中沿用英文函数名：" + locales : "English names in Excel: " + locales);
    list.sources().forEach(source -> notes.add(said(source)));
    return notes;
  }

  private String counts() {
    FunctionList.Counts counts = list.counts();
    return chinese
        ? "共 %d 个函数：可计算 %d 个，拒绝 %d 个"
            .formatted(counts.functions(), counts.computed(), counts.refused())
        : "%d functions: %d computed, %d refused"
            .formatted(counts.functions(), counts.computed(), counts.refused());
  }

  private String state(FunctionInfo function) {
    Map<String, String> reason = function.reason();
    if (reason == null) {
      return chinese ? "可计算" : "computed";
    }
    return (chinese ? "拒绝：" : "refused: ") + said(reason);
  }

  private String said(Map<String, String> words) {
    @Nullable String said = words.get(chinese ? "zh" : "en");
    return said == null ? "" : said;
  }

  private static String products(FunctionInfo function, String separator) {
    return String.join(
        separator,
        function.products().entrySet().stream()
            .filter(Map.Entry::getValue)
            .map(Map.Entry::getKey)
            .toList());
  }

  private static String names(FunctionInfo function) {
    return String.join(
        ", ",
        function.names().entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList());
  }
}
