package org.inkstone.service.sheet.check;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A unit of measure, whatever its spelling.
 *
 * @param key the same for all spellings of one unit
 * @param written as it stands in the sheet
 */
record Unit(String key, String written) {
  static final Unit PERCENT = new Unit("%", "%");

  private static final Pattern QUANTITY =
      Pattern.compile("[+-]?[0-9][0-9,.]*\\s*([\\p{L}%°²³]{1,8})");
  private static final Map<String, String> KEYS = keys();

  private static Map<String, String> keys() {
    Map<String, String> keys = new HashMap<>();
    for (List<String> same :
        List.of(
            List.of("USD", "$", "us$", "美元"),
            List.of("EUR", "€", "欧元"),
            List.of("GBP", "£", "英镑"),
            List.of("CNY", "¥", "￥", "rmb", "元", "人民币"),
            List.of("JPY", "日元"),
            List.of("HKD", "港元", "港币", "hk$"),
            List.of("1000 CNY", "千元"),
            List.of("10000 CNY", "万元", "万"),
            List.of("million CNY", "百万元"),
            List.of("100 million CNY", "亿元", "亿"),
            List.of("10000 USD", "万美元"),
            List.of("%", "％", "pct", "percent"),
            List.of("kg", "公斤", "千克"),
            List.of("g", "克"),
            List.of("mg", "毫克"),
            List.of("t", "吨"),
            List.of("斤"),
            List.of("lb", "lbs"),
            List.of("oz"),
            List.of("km", "公里", "千米"),
            List.of("m", "米"),
            List.of("cm", "厘米"),
            List.of("mm", "毫米"),
            List.of("ft"),
            List.of("mi"),
            List.of("l", "升"),
            List.of("ml", "毫升"),
            List.of("h", "hrs", "hr", "hours", "小时"),
            List.of("min", "mins", "minutes", "分钟"),
            List.of("s", "sec", "secs", "seconds", "秒"),
            List.of("ms"),
            List.of("days", "天"),
            List.of("kwh", "千瓦时"),
            List.of("mwh"))) {
      same.forEach(spelling -> keys.put(spelling.toLowerCase(Locale.ROOT), same.getFirst()));
    }
    return Map.copyOf(keys);
  }

  /** The unit with this spelling; empty if it is none that is known. */
  static Optional<Unit> of(String spelling) {
    String key = KEYS.get(spelling.strip().toLowerCase(Locale.ROOT));
    return key == null ? Optional.empty() : Optional.of(new Unit(key, spelling.strip()));
  }

  /** The unit behind a number in a text, such as {@code 12 kg}. */
  static Optional<Unit> ofQuantity(String text) {
    Matcher quantity = QUANTITY.matcher(text.strip());
    return text.length() <= 40 && quantity.matches() ? of(quantity.group(1)) : Optional.empty();
  }
}
