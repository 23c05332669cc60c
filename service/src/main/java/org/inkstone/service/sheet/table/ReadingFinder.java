package org.inkstone.service.sheet.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.inkstone.service.sheet.DateSystem;

/** Finds the readings under which nearly all texts of a column are numbers or days. */
final class ReadingFinder {
  private static final double MOST = 0.8;
  private static final int FEWEST = 2;
  private static final int FEW_UNITS = 4;
  private static final int LONGEST_UNIT = 12;
  private static final double UNITS_SHARE = 0.2;

  /** What people write into cells that hold nothing. */
  private static final Pattern NOTHING =
      Pattern.compile(
          "(?i)[\\s\\-–—―/.?？*†‡]*|n\\.?/?a\\.?|tb[acd]|none|nil|unknown|无|暂无|未知|待定|缺|不详");

  /** A number with what may stand before it: a currency, a sign, "about", 约, 第. */
  private static final Pattern LEADING =
      Pattern.compile(
          "(?i)(?:[~≈<>≥≤#+]|约|大约|大概|共|第|about|approx\\.?|around|over|ca\\.?|circa|c\\.)?\\s*"
              + "(?:us|a|c|hk|nz)?[$€£¥￥]?\\s*([-−]?)(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?(.*)",
          Pattern.DOTALL);

  private static final Pattern NO_UNIT =
      Pattern.compile(
          "(?i)\\s*(?:[-–—−:/.,'’′]\\s*\\d|['’′\"″]|:|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov"
              + "|dec)[a-z]*\\b|年\\s*\\d|月\\s*\\d|月$).*",
          Pattern.DOTALL);

  private final List<String> texts;
  private final boolean days;

  private ReadingFinder(List<String> texts, boolean days) {
    this.texts = texts;
    this.days = days;
  }

  /**
   * The readings of a column's texts.
   *
   * @param texts one for each cell that holds a text
   * @param numbers whether other cells hold plain numbers
   * @param days whether other cells hold days
   */
  static List<CellReading> of(List<String> texts, boolean numbers, boolean days) {
    List<String> filled =
        texts.stream().filter(t -> !NOTHING.matcher(t.strip()).matches()).toList();
    ReadingFinder finder = new ReadingFinder(filled, days);
    List<CellReading> found = new ArrayList<>();
    if (filled.size() < FEWEST || numbers && days) {
      return found;
    }
    Optional<CellReading> number = days ? Optional.empty() : finder.number(numbers);
    if (number.isPresent()) {
      return List.of(number.get());
    }
    if (!numbers) {
      finder.day().ifPresent(found::add);
    }
    finder.year().ifPresent(found::add);
    return found;
  }

  private boolean isMost(long count) {
    return count >= FEWEST && count >= MOST * texts.size();
  }

  private Optional<CellReading> number(boolean others) {
    Set<String> units = new HashSet<>();
    Set<CellReading.Scale> scales = new java.util.TreeSet<>();
    boolean signed = others;
    boolean leads = true;
    boolean years = true;
    int read = 0;
    for (String text : texts) {
      Matcher m = LEADING.matcher(text.strip());
      if (!m.matches() || NO_UNIT.matcher(m.group(4)).matches()) {
        continue;
      } else if (m.group(2).matches("0\\d.*")) {
        return Optional.empty(); // a code
      }
      String unit = unit(m.group(4));
      if (unit.length() > LONGEST_UNIT) {
        continue; // a sentence or a name that begins with a number
      }
      read++;
      years &= (m.group(2) + m.group(3)).matches(CellReading.YEAR + "null");
      signed |= !m.group(1).isEmpty();
      leads &= Character.isDigit(text.strip().charAt(0));
      units.add(unit);
      for (CellReading.Scale scale : CellReading.Scale.values()) {
        if (scale.isIn(m.group(4))) {
          scales.add(scale);
        }
      }
    }
    if (years || !isMost(read) || units.size() > Math.max(FEW_UNITS, UNITS_SHARE * read)) {
      return Optional.empty();
    }
    String only = units.size() == 1 && leads && scales.isEmpty() ? units.iterator().next() : "";
    return Optional.of(
        !only.isEmpty() && isOnlyUnit(only)
            ? new CellReading.WithoutUnit(only)
            : new CellReading.FirstNumber(signed, List.copyOf(scales)));
  }

  /** Whether nothing but this unit stands beside the numbers. */
  private boolean isOnlyUnit(String unit) {
    return texts.stream().allMatch(t -> CellTexts.written(t.replace(unit, "")).isPresent());
  }

  private static String unit(String behind) {
    String bare = CellReading.NOTES.matcher(behind).replaceAll("").strip();
    String ordinal = bare.toLowerCase(Locale.ROOT).replaceFirst("^(st|nd|rd|th)\\b", "th");
    return ordinal.startsWith("th") ? ordinal : bare.replaceAll("\\d[\\d,.]*", "#");
  }

  private Optional<CellReading> day() {
    Map<DayShape, Integer> counts = new HashMap<>();
    for (String text : texts) {
      for (DayShape shape : DayShape.values()) {
        boolean whole = shape.find(text).isPresent();
        counts.merge(shape, whole ? 1 : 0, Integer::sum);
      }
    }
    for (DayShape shape : DayShape.values()) {
      if (isMost(counts.getOrDefault(shape, 0))) {
        return Optional.of(new CellReading.Day(shape, days));
      }
    }
    return Optional.empty();
  }

  private Optional<CellReading> year() {
    int read = 0;
    for (String text : texts) {
      Matcher m = CellReading.match(CellReading.YEAR, text);
      boolean year = m.find();
      boolean longer =
          year
              && (m.start() > 0 && Character.isDigit(text.charAt(m.start() - 1))
                  || m.end() < text.length() && Character.isDigit(text.charAt(m.end())));
      if (longer) {
        return Optional.empty();
      }
      read += year ? 1 : 0;
    }
    return isMost(read) ? Optional.of(new CellReading.Year(days)) : Optional.empty();
  }

  /** Whether most texts are read: days before 1900 are no numbers of a sheet. */
  static boolean isReachable(CellReading reading, List<String> texts, DateSystem dates) {
    long read = texts.stream().filter(t -> CellTexts.read(reading, t, dates).isPresent()).count();
    return read >= FEWEST && 2 * read >= texts.size();
  }
}
