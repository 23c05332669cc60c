package org.inkstone.service.engine.internal.graph;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A small real tokenizer: byte-level BPE whose merges are learnt from a text of English, Chinese,
 * JSON and formulas, in Hugging Face's format, with ChatML's special tokens at the end.
 */
public final class TinyTokenizer {
  /** A pair of neighbours that becomes one token. */
  private record Pair(String left, String right) {}

  /** The special tokens, in the order of their ids after all others. */
  public static final List<String> SPECIAL = List.of("<|endoftext|>", "<|im_start|>", "<|im_end|>");

  private static final int MERGES = 200;
  private static final Pattern WORDS =
      Pattern.compile(
          "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+");
  private static final String TEXT =
      """
      The committee met on Monday and decided to order new chairs for the meeting room.
      Anna will send the list of prices to the others before Friday; the budget is 1200 euros.
      What is the total amount of the orders in the north region since the beginning of the year?
      会议决定下周一之前完成预算表，由王芳负责发送给所有人。请在表格中计算销售额的平均值。
      销售额大于一千的订单有多少？请给出公式，并说明每个区域的总金额和数量。会议于三点结束。
      =SUMIFS(Orders[Amount],Orders[Region],"North",Orders[Date],">="&DATE(2024,1,1))
      =IF(COUNTIF(A2:A100,"x")>0,AVERAGE(B2:B100),0)+SUM(C2:C100)*1.19
      {"name":"value","items":[{"id":1,"text":"one"},{"id":2,"text":"two"}],"done":true}
      {"formula":"=SUM(A1:A10)","explanation":"the sum of the first ten cells","parts":[]}
      """;

  private final List<String> tokens = new ArrayList<>();
  private final List<Pair> merges = new ArrayList<>();
  private final Map<Integer, String> letters = letters();

  private TinyTokenizer() {
    letters.values().stream().sorted().forEach(tokens::add);
    learn();
  }

  /** The tokenizer, always the same. */
  public static TinyTokenizer create() {
    return new TinyTokenizer();
  }

  /** Number of ids, special ones among them. */
  public int size() {
    return tokens.size() + SPECIAL.size();
  }

  /** The id of a special token. */
  public int special(String token) {
    return tokens.size() + SPECIAL.indexOf(token);
  }

  /** The tokens of the vocabulary in the order of their ids, special ones last. */
  public List<String> tokens() {
    List<String> all = new ArrayList<>(tokens);
    all.addAll(SPECIAL);
    return all;
  }

  /** The merges, each as {@code left right}. */
  public List<String> merges() {
    return merges.stream().map(pair -> pair.left() + " " + pair.right()).toList();
  }

  /** {@code tokenizer.json}. */
  public String json() {
    ObjectNode root = new ObjectMapper().createObjectNode();
    root.put("version", "1.0");
    ArrayNode added = root.putArray("added_tokens");
    for (String token : SPECIAL) {
      ObjectNode entry = added.addObject().put("id", special(token)).put("content", token);
      for (String flag : List.of("single_word", "lstrip", "rstrip", "normalized")) {
        entry.put(flag, false);
      }
      entry.put("special", true);
    }
    root.putNull("normalizer");
    byteLevel(root.putObject("pre_tokenizer"));
    root.putNull("post_processor");
    byteLevel(root.putObject("decoder"));
    model(root.putObject("model"));
    return root.toString();
  }

  private static void byteLevel(ObjectNode node) {
    node.put("type", "ByteLevel").put("add_prefix_space", false);
    node.put("trim_offsets", false).put("use_regex", true);
  }

  private void model(ObjectNode model) {
    model.put("type", "BPE");
    ObjectNode vocabulary = model.putObject("vocab");
    for (int id = 0; id < tokens.size(); id++) {
      vocabulary.put(tokens.get(id), id);
    }
    ArrayNode list = model.putArray("merges");
    merges().forEach(list::add);
  }

  private void learn() {
    Map<List<String>, Integer> words = words();
    for (int i = 0; i < MERGES; i++) {
      Pair pair = mostFrequent(words);
      merges.add(pair);
      tokens.add(pair.left() + pair.right());
      Map<List<String>, Integer> merged = new LinkedHashMap<>();
      words.forEach((word, count) -> merged.merge(merge(word, pair), count, Integer::sum));
      words = merged;
    }
  }

  private Map<List<String>, Integer> words() {
    Map<List<String>, Integer> words = new LinkedHashMap<>();
    WORDS
        .matcher(TEXT)
        .results()
        .forEach(match -> words.merge(spell(match.group()), 1, Integer::sum));
    return words;
  }

  private List<String> spell(String word) {
    List<String> spelled = new ArrayList<>();
    for (byte b : word.getBytes(StandardCharsets.UTF_8)) {
      spelled.add(letters.get(b & 0xff));
    }
    return spelled;
  }

  private static Pair mostFrequent(Map<List<String>, Integer> words) {
    Map<Pair, Integer> counts = new LinkedHashMap<>();
    words.forEach((word, count) -> {
      for (int i = 0; i + 1 < word.size(); i++) {
        counts.merge(new Pair(word.get(i), word.get(i + 1)), count, Integer::sum);
      }
    });
    return counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }

  private static List<String> merge(List<String> word, Pair pair) {
    List<String> merged = new ArrayList<>();
    for (int i = 0; i < word.size(); i++) {
      boolean here =
          i + 1 < word.size()
              && word.get(i).equals(pair.left())
              && word.get(i + 1).equals(pair.right());
      merged.add(here ? pair.left() + pair.right() : word.get(i));
      i += here ? 1 : 0;
    }
    return merged;
  }

  /** GPT-2's printable letter for each byte. */
  private static Map<Integer, String> letters() {
    Map<Integer, String> letters = new HashMap<>();
    int next = 256;
    for (int b = 0; b < 256; b++) {
      boolean printable = (b >= '!' && b <= '~') || (b >= 0xa1 && b <= 0xac) || b >= 0xae;
      letters.put(b, Character.toString(printable ? b : next++));
    }
    return letters;
  }
}
