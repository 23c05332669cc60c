package org.inkstone.service.task.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkstone.sdk.model.Refusal;
import org.inkstone.service.plan.Cue;
import org.inkstone.service.plan.Language;
import org.inkstone.service.plan.Link;
import org.inkstone.service.plan.Links;
import org.inkstone.service.plan.Target;
import org.inkstone.service.sheet.locale.FormulaLocale;
import org.inkstone.service.verify.Finding;

/** Why a request is not answered, in its language, with the words that led to it. */
final class Refusals {
  private Refusals() {}

  /** The reason for which no candidate needs to be looked for; empty if there is none. */
  static Optional<Refusal> beforehand(Question question) {
    Links links = question.links();
    if (question.schema().tables().isEmpty()) {
      return Optional.of(
          refusal(
              "no_table",
              links,
              List.of(),
              "the sheet has no table with a header",
              "工作表中没有带表头的表格"));
    }
    List<Links.Unlinked> binding = links.unlinked().stream().filter(u -> !u.open()).toList();
    List<String> unlinked = binding.stream().map(Links.Unlinked::words).toList();
    boolean column = named(links, Target.Column.class);
    boolean value = named(links, Target.Value.class) || named(links, Target.Part.class);
    boolean computes = links.cues().stream().anyMatch(Refusals::computes) || question.fillDown();
    boolean bound =
        links.unlinked().isEmpty()
            && (!links.all(Target.Period.class).isEmpty()
                || !links.all(Target.Number.class).isEmpty());
    boolean follows = question.followUp() != null && !unlinked.isEmpty();
    if (!column && !value && !computes && !bound && !follows) {
      return Optional.of(
          refusal(
              "not_a_formula",
              links,
              unlinked,
              "the request asks for nothing that a formula over these tables computes",
              "这不是可以用这些表格的公式回答的请求"));
    } else if (unlinked.isEmpty()) {
      return Optional.empty();
    }
    boolean likeValue = binding.stream().anyMatch(Links.Unlinked::likeValue);
    boolean rows = named(links, Target.TableName.class);
    return likeValue && (column || value || rows)
        ? Optional.of(refusal("unknown_value", links, unlinked, "no cell holds", "没有单元格包含"))
        : Optional.of(
            refusal("unknown_column", links, unlinked, "no column or value is", "没有这样的列或值"));
  }

  private static boolean computes(Cue cue) {
    boolean place = cue == Cue.LAST || cue == Cue.NEXT || cue == Cue.PREVIOUS;
    return place || cue.isAggregate() || cue == Cue.RANK || cue == Cue.SORT || cue == Cue.FINANCE;
  }

  private static boolean named(Links links, Class<? extends Target> kind) {
    return links.linksTo(kind).mapToDouble(Link::score).max().orElse(0) >= 0.5;
  }

  /** No candidate was good enough; the best one's failures are the evidence. */
  static Refusal noneLeft(Question question, List<Examined> examined) {
    List<String> evidence = new ArrayList<>();
    examined.stream()
        .limit(1)
        .forEach(best -> {
          evidence.add(best.candidate().formula());
          best.verdict().findings().stream()
              .filter(f -> !f.harmless())
              .forEach(f -> evidence.add(f.check() + ": " + f.detail()));
        });
    boolean dialect =
        !examined.isEmpty()
            && examined.stream().allMatch(e -> failsOnly(e, TargetFormula.DIALECT.name()));
    return dialect
        ? refusal(
            "unsupported_function",
            question.links(),
            evidence,
            "the target has no function for it",
            "目标产品没有所需的函数")
        : refusal(
            "no_candidate_passed",
            question.links(),
            evidence,
            "no formula passed the checks",
            "没有公式通过检查");
  }

  private static boolean failsOnly(Examined examined, String check) {
    List<Finding> failed =
        examined.verdict().findings().stream().filter(f -> !f.harmless()).toList();
    return failed.size() == 1 && failed.getFirst().check().equals(check);
  }

  /** The target's locale is not known. */
  static Refusal locale(Links links, String locale) {
    List<String> known = FormulaLocale.all().stream().map(FormulaLocale::tag).toList();
    return refusal(
        "unsupported_target",
        links,
        List.of(locale),
        "formulas are written for " + String.join(", ", known) + ", not for",
        "可以书写公式的区域有 " + String.join(", ", known) + "，不支持");
  }

  private static Refusal refusal(
      String reason, Links links, List<String> evidence, String english, String chinese) {
    boolean inChinese = links.language() == Language.CHINESE;
    String words =
        evidence.isEmpty() || reason.equals("no_candidate_passed")
            ? ""
            : (inChinese ? "：" : ": ") + String.join(", ", evidence);
    return new Refusal(reason, (inChinese ? chinese : english) + words, evidence);
  }
}
