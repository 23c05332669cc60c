package org.inkstone.service.plan;

import java.util.List;
import java.util.Set;

/** Tells by its place whether an unknown run of Chinese characters matters. */
final class HanSurroundings {
  private static final Set<String> GENERIC =
      Set.of(
          "时长", "成绩", "金额", "数量", "情况", "记录", "分数", "价格", "总额", "时间", "日期", "数据", "部分", "名称", "信息",
          "数值", "水平", "数额", "数目", "总数", "人员", "名单", "明细", "总量", "数字", "内容");

  private final List<Word> words;
  private final Surroundings around;

  HanSurroundings(List<Word> words, Surroundings around) {
    this.words = words;
    this.around = around;
  }

  boolean isHarmless(int from, int to) {
    StringBuilder text = new StringBuilder();
    words.subList(from, to).forEach(w -> text.append(w.text()));
    String run = text.toString();
    return isTail(run, from, to)
        || isVerb(run, from, to)
        || isRowNoun(from, to)
        || isOwned(run, from, to);
  }

  /** 成绩 of 期末成绩: a general noun behind a column or a value. */
  private boolean isTail(String run, int from, int to) {
    int before = from - 1;
    while (before > 0 && (around.isCue(before, Cue.SUM) || around.isCue(before, Cue.AVERAGE))) {
      before--; // 应到总时长
    }
    boolean known =
        before >= 0 && (around.means(before, Target.Column.class) || around.isValue(before));
    boolean counts =
        from > 0 && around.isCue(from - 1, Cue.COUNT)
            || to < words.size() && around.isCue(to, Cue.COUNT);
    return GENERIC.contains(run) && (known || counts);
  }

  /** 买得最早, 内科接诊了多少人, 比乙多签了多少: what is done, between what is known. */
  private boolean isVerb(String run, int from, int to) {
    boolean extreme = to < words.size() && (around.isCue(to, Cue.MAX) || around.isCue(to, Cue.MIN));
    boolean done = to < words.size() && words.get(to).text().equals("了");
    boolean behindValue = from > 0 && around.isValue(from - 1);
    boolean more = run.matches("[多少].{1,2}") && behindValue;
    return run.endsWith("得") && extreme || done && run.length() <= 2 && behindValue || done && more;
  }

  /** 周六有几条打卡记录: behind the word that counts, where the rest says which rows. */
  private boolean isRowNoun(int from, int to) {
    boolean counted = from > 0 && around.isCue(from - 1, Cue.COUNT);
    boolean ends =
        to == words.size()
            || words.get(to).kind() == Word.Kind.SIGN
            || to + 2 <= words.size()
                && GENERIC.contains(words.get(to).text() + words.get(to + 1).text());
    return counted && ends && to - from <= 3 && around.hasCondition(from);
  }

  /** 秦越的租约哪天到期: what belongs to a value, where another column is asked for behind. */
  private boolean isOwned(String run, int from, int to) {
    boolean owned = from > 1 && words.get(from - 1).text().equals("的") && around.isValue(from - 2);
    boolean asked = false;
    for (int at = to; at < words.size(); at++) {
      asked |= around.means(at, Target.Column.class) && at > to;
    }
    return owned && asked && run.length() <= 3;
  }
}
