package org.inkstone.service.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.inkstone.service.sheet.table.ColumnType;

/** All that words may mean over one workbook, found by the first word. */
final class Entries {
  private static final double IGNORED = 0.3;
  private static final double NEUTRAL = 0.9;
  private static final double CONSTRUCTION = 0.85;
  private static final double SYNONYM = 0.8;
  private static final double ABBREVIATION = 0.75;
  private static final double PART = 0.7;
  private static final double PART_OF_VALUE = 0.6;
  private static final double UNIT = 0.65;

  /** Most words have two characters: 班时间 of 上班时间 cuts one in two. */
  private static final double CUT = 0.75;

  private static final double NO_NOUN = 0.85;
  private static final int MOST_CATEGORIES = 400;

  private static final Set<String> COUNTERS = Set.of("次", "数", "号", "别", "级");

  private final Map<String, List<Entry>> byFirstKey = new HashMap<>();
  private final Lexicon lexicon = Lexicon.get();

  /** The entries of a workbook and of the lexicon. */
  static Entries of(Schema schema) {
    Entries entries = new Entries();
    entries.lexicon.ignored().forEach(keys -> entries.add(new Entry(keys, null, IGNORED, "")));
    entries.lexicon.neutral().forEach(keys -> entries.add(new Entry(keys, null, NEUTRAL, "")));
    entries.lexicon.cues().forEach(entries::addConstructions);
    for (TableView table : schema.tables()) {
      entries.addNames(table);
      table.columns().forEach(entries::addColumn);
      table.columns().forEach(entries::addValues);
      table
          .readings()
          .forEach(r -> entries.addUnit(r, new Target.Column(table.columns().get(r.index()))));
    }
    return entries;
  }

  /** All words that any entry is made of. */
  Set<String> words() {
    Set<String> words = new HashSet<>();
    byFirstKey.values().forEach(all -> all.forEach(e -> words.addAll(e.keys())));
    return words;
  }

  List<Entry> startingWith(String key) {
    return byFirstKey.getOrDefault(key, List.of());
  }

  private void add(Entry entry) {
    if (!entry.keys().isEmpty()) {
      byFirstKey.computeIfAbsent(entry.keys().getFirst(), k -> new ArrayList<>()).add(entry);
    }
  }

  private void addConstructions(List<String> keys, Set<Cue> cues) {
    for (Cue cue : cues) {
      add(new Entry(keys, new Target.Construction(cue), CONSTRUCTION, "construction"));
    }
  }

  private void addNames(TableView table) {
    Target target = new Target.TableName(table);
    add(new Entry(Words.keys(table.name()), target, 1, "exact"));
    List<String> sheet = Words.keys(table.table().sheet());
    add(new Entry(sheet, target, 0.9, "sheet"));
    for (List<String> name : List.of(Words.keys(table.name()), sheet)) {
      lexicon.synonyms(name).forEach(s -> add(new Entry(s, target, SYNONYM, "synonym")));
    }
    if (isHan(sheet)) {
      addHanParts(sheet, target);
    }
  }

  private void addColumn(ColumnView column) {
    Target target = new Target.Column(column);
    Set<List<String>> whole = new HashSet<>();
    whole.add(Words.keys(column.name()));
    whole.add(Words.keys(column.profile().header().name()));
    whole.forEach(keys -> add(new Entry(keys, target, 1, "exact")));
    for (List<String> keys : whole) {
      lexicon.synonyms(keys).forEach(s -> add(new Entry(s, target, SYNONYM, "synonym")));
    }
    addUnit(column, target);
    List<String> name = Words.keys(column.profile().header().name());
    addDenied(column, name, target);
    addVerb(name, target);
    addCounted(column, name, target);
    if (isHan(name)) {
      addHanParts(name, target);
    } else if (name.size() > 1) {
      addLatinParts(name, target);
    }
  }

  /** "Up to 10 kg" means the column whose unit is kg. */
  private void addUnit(ColumnView column, Target target) {
    String unit = column.profile().unit();
    if (unit != null) {
      List<String> keys = Words.keys(unit);
      add(new Entry(keys, target, UNIT, "unit"));
      lexicon.synonyms(keys).forEach(s -> add(new Entry(s, target, UNIT, "unit")));
    }
  }

  /** "Unpaid" means no in a column Paid. */
  private void addDenied(ColumnView column, List<String> name, Target target) {
    if (name.size() == 1 && !column.texts().isEmpty() && column.texts().size() <= 3) {
      List<String> denied = List.of("un" + name.getFirst());
      addDenial(denied, target);
      lexicon.denials(name).forEach(d -> addDenial(d, target));
    }
  }

  private void addDenial(List<String> keys, Target column) {
    add(new Entry(keys, column, 0.9, "denied"));
    add(new Entry(keys, new Target.Construction(Cue.NEGATION), 0.9, "denied"));
  }

  /** 得分 of 主队得分, 供应商 of 供应商名称, 推荐 of 是否推荐; at least two characters. */
  private void addHanParts(List<String> name, Target target) {
    if (name.size() == 2 && COUNTERS.contains(name.getLast())) {
      add(new Entry(name.subList(0, 1), target, UNIT, "part")); // 轮 of 轮次, as in 第3轮
    }
    for (int length = 2; length < name.size(); length++) {
      double whole = name.size() % 2 == 0 && length % 2 == 1 ? CUT : 1;
      double score = whole * PART * (0.6 + 0.4 * length / name.size());
      List<String> tail = name.subList(name.size() - length, name.size());
      List<String> head = name.subList(0, length);
      add(new Entry(tail, target, score, "part"));
      add(new Entry(head, target, NO_NOUN * score, "part"));
    }
  }

  private void addLatinParts(List<String> name, Target target) {
    for (int from = 0; from < name.size(); from++) {
      for (int to = from + 1; to <= name.size(); to++) {
        List<String> part = name.subList(from, to);
        boolean says =
            part.stream().anyMatch(w -> w.length() > 2 || w.codePoints().anyMatch(Language::isHan));
        if (part.size() < name.size() && says) {
          double noun = to == name.size() ? 1 : NO_NOUN; // the last word says what it is
          double score = noun * PART * (0.6 + 0.4 * part.size() / name.size());
          add(new Entry(part, target, score, "part"));
          addSynonymsOfPart(part, target, score);
        }
      }
    }
    StringBuilder initials = new StringBuilder();
    name.forEach(word -> initials.append(word.charAt(0)));
    add(new Entry(List.of(initials.toString()), target, ABBREVIATION * 0.8, "abbreviation"));
    addAbbreviatedWhole(name, target);
  }

  /** "Who owns it" means the column Owner. */
  private void addVerb(List<String> name, Target target) {
    for (String word : name) {
      if (word.length() > 2 && word.codePoints().allMatch(c -> c < 128)) {
        add(new Entry(List.of(word + "e"), target, PART, "verb")); // rated, of Rating
        add(new Entry(List.of(word + "er"), target, PART, "verb")); // approver, of Approved
      }
      if (word.length() > 4 && (word.endsWith("er") || word.endsWith("or"))) {
        String verb = word.substring(0, word.length() - 2);
        add(new Entry(List.of(Words.stem(verb)), target, PART, "verb"));
      }
    }
  }

  /** 项目数 counts projects. */
  private void addCounted(ColumnView column, List<String> name, Target target) {
    boolean noun = column.type() == ColumnType.TEXT || column.index() == 0;
    if (!noun || !isHan(name)) {
      return;
    }
    for (int length = 2; length <= name.size(); length++) {
      List<String> counted = new ArrayList<>(name.subList(0, length));
      counted.add("数");
      add(new Entry(counted, target, 0.8, "part"));
      add(new Entry(counted, new Target.Construction(Cue.COUNT), 0.85, "construction"));
    }
  }

  private void addSynonymsOfPart(List<String> part, Target target, double score) {
    lexicon.synonyms(part).forEach(s -> add(new Entry(s, target, score * SYNONYM, "synonym")));
  }

  /** "qty sold" for "quantity sold": one word of the name exchanged for a synonym. */
  private void addAbbreviatedWhole(List<String> name, Target target) {
    for (int i = 0; i < name.size(); i++) {
      for (List<String> other : lexicon.synonyms(List.of(name.get(i)))) {
        List<String> changed = new ArrayList<>(name.subList(0, i));
        changed.addAll(other);
        changed.addAll(name.subList(i + 1, name.size()));
        add(new Entry(changed, target, SYNONYM, "synonym"));
      }
    }
  }

  private void addValues(ColumnView column) {
    if (column.type() == ColumnType.NUMBER || column.type() == ColumnType.DATE) {
      return;
    }
    boolean categories = column.texts().size() <= MOST_CATEGORIES;
    for (String text : column.texts()) {
      String value = text.strip();
      List<String> keys = Words.keys(value);
      add(new Entry(keys, new Target.Value(column, value, true), 1, "exact"));
      Target part = new Target.Value(column, value, false);
      if (categories) {
        lexicon
            .otherWords(keys)
            .forEach(
                s -> add(new Entry(s, new Target.Value(column, value, true), SYNONYM, "synonym")));
      }
      if (categories && isHan(keys)) {
        addHanValueParts(keys, part);
      } else if (categories && keys.size() > 1 && keys.size() <= 5) {
        addLatinValueParts(keys, part);
      }
    }
  }

  /** 华东 for 华东区, 人民路 for 人民路店: the value without its last character or two. */
  private void addHanValueParts(List<String> keys, Target part) {
    for (int length = Math.max(2, keys.size() - 2);
        length < keys.size() && keys.size() <= 8;
        length++) {
      add(new Entry(keys.subList(0, length), part, PART_OF_VALUE, "part"));
    }
  }

  /** Novak for A. Novak, Blue Bird for Blue Bird Ltd. */
  private void addLatinValueParts(List<String> keys, Target part) {
    for (int from = 0; from < keys.size(); from++) {
      for (int to = from + 1; to <= keys.size(); to++) {
        List<String> words = keys.subList(from, to);
        boolean says =
            words.stream().anyMatch(w -> w.length() > 3 && !lexicon.ignored().contains(List.of(w)));
        if (words.size() < keys.size() && says) {
          add(new Entry(words, part, PART_OF_VALUE, "part"));
        }
      }
    }
  }

  private static boolean isHan(List<String> keys) {
    return !keys.isEmpty() && keys.stream().allMatch(k -> Language.isHan(k.codePointAt(0)));
  }
}
