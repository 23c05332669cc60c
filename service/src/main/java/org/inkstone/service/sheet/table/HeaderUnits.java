package org.inkstone.service.sheet.table;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the unit in a header. */
final class HeaderUnits {
  private static final Pattern BRACKETED =
      Pattern.compile("(.*\\S)\\s*[(（\\[【]\\s*([^()（）\\[\\]【】]{1,20})\\s*[)）\\]】]\\s*");
  private static final Pattern AFTER_MARK =
      Pattern.compile("(.*\\S)\\s*(?:[,，/:：_-]|\\bin\\b|单位[:：]?)\\s*(\\S{1,12})\\s*");
  private static final Pattern LAST_WORD = Pattern.compile("(.*\\S)\\s+(\\S{1,12})\\s*");

  /** Words that are units wherever they stand at the end of a header. */
  private static final Set<String> UNITS =
      Set.of(
          "usd",
          "eur",
          "cny",
          "rmb",
          "gbp",
          "jpy",
          "hkd",
          "chf",
          "cad",
          "aud",
          "inr",
          "krw",
          "sgd",
          "twd",
          "$",
          "€",
          "£",
          "¥",
          "￥",
          "us$",
          "%",
          "‰",
          "kg",
          "g",
          "mg",
          "t",
          "lb",
          "lbs",
          "oz",
          "km",
          "m",
          "cm",
          "mm",
          "ft",
          "mi",
          "m2",
          "m²",
          "m3",
          "m³",
          "km²",
          "sqm",
          "l",
          "ml",
          "kwh",
          "kw",
          "mw",
          "mwh",
          "w",
          "v",
          "a",
          "hrs",
          "hr",
          "h",
          "hours",
          "min",
          "mins",
          "minutes",
          "s",
          "sec",
          "secs",
          "seconds",
          "ms",
          "days",
          "weeks",
          "months",
          "years",
          "pcs",
          "°c",
          "°f",
          "℃",
          "km/h",
          "mph",
          "kb",
          "mb",
          "gb",
          "tb",
          "k",
          "bn",
          "mn",
          "thousands",
          "millions",
          "元",
          "万元",
          "亿元",
          "千元",
          "百万元",
          "美元",
          "万美元",
          "欧元",
          "日元",
          "港元",
          "港币",
          "人民币",
          "件",
          "个",
          "台",
          "箱",
          "吨",
          "公斤",
          "千克",
          "克",
          "斤",
          "米",
          "千米",
          "公里",
          "厘米",
          "毫米",
          "升",
          "毫升",
          "小时",
          "分钟",
          "秒",
          "天",
          "日",
          "周",
          "月",
          "年",
          "人",
          "人次",
          "户",
          "平方米",
          "立方米",
          "亩",
          "公顷",
          "度",
          "千瓦时");

  /** Short units that are words, letters or parts of names too often to stand without a mark. */
  private static final Set<String> ONLY_MARKED =
      Set.of(
          "t", "m", "l", "v", "a", "h", "s", "k", "w", "g", "min", "days", "weeks", "months",
          "years", "hours", "minutes", "seconds", "件", "个", "台", "箱", "天", "日", "周", "月", "年", "人",
          "度", "户");

  private static final int LONGEST_HEADER = 200;

  private HeaderUnits() {}

  static ColumnHeader split(String text) {
    if (text.length() > LONGEST_HEADER) {
      return new ColumnHeader(text, text.strip(), null);
    }
    Matcher bracketed = BRACKETED.matcher(text);
    if (bracketed.matches() && looksLikeUnit(bracketed.group(2))) {
      return new ColumnHeader(text, bracketed.group(1).strip(), bracketed.group(2).strip());
    }
    Matcher marked = AFTER_MARK.matcher(text);
    if (marked.matches() && isUnit(marked.group(2))) {
      return new ColumnHeader(text, marked.group(1).strip(), marked.group(2));
    }
    Matcher last = LAST_WORD.matcher(text);
    if (last.matches() && isUnit(last.group(2)) && !ONLY_MARKED.contains(lower(last.group(2)))) {
      return new ColumnHeader(text, last.group(1).strip(), last.group(2));
    }
    return new ColumnHeader(text, text.strip(), null);
  }

  /** In brackets also units with a factor or a divisor count, such as {@code 1000 EUR/t}. */
  private static boolean looksLikeUnit(String text) {
    String unit = lower(text).replaceFirst("^(?:in|单位[:：]?)\\s*", "");
    String core = unit.replaceFirst("^(?:[0-9][0-9,' ]*|thousands?|millions?|千|百万|万|亿) ?", "");
    return isUnit(unit)
        || isUnit(core)
        || isUnit(core.replaceFirst("\\s*(?:/|per|每).*$", ""))
        || isUnit(core.replaceFirst("\\s*(?:thousands?|millions?|k|m|bn|mn)$", ""));
  }

  /** Whether a text is a unit and nothing else, perhaps in brackets. */
  static boolean isUnitAlone(String text) {
    return looksLikeUnit(text.strip().replaceAll("^[(（\\[【]|[)）\\]】]$", ""));
  }

  private static boolean isUnit(String text) {
    return UNITS.contains(lower(text));
  }

  private static String lower(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
