package org.inkstone.service.plan.compose;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.inkstone.service.plan.Links;

/**
 * The words of a follow-up that say how it changes the turn before, in English and Chinese: "no,
 * only …", "what about …", 改成…, 那…呢.
 *
 * @param text the follow-up without the words that only answer
 * @param adds whether values join those of before, as in "and the South too"
 * @param drops whether a condition goes, as in "for all regions"
 */
public record FollowUpWords(String text, boolean adds, boolean drops) {
  private static final Pattern ANSWER =
      Pattern.compile(
          "(?i)^(?:(?:no|nope|not that|that's wrong|wrong|sorry|actually|ok|okay|yes|good|great|thanks"
              + "|thank you|now|then|and|but|or|hmm|wait|i meant?|i mean|make (?:it|that)|change (?:it|that)? ?to"
              + "|switch (?:it )?to|use|what about|how about|do (?:it|that|the same)(?: for)?|same(?: thing)?(?: but)?(?: for)?"
              + "|please|just|only|instead)\\b[,，.:;!\\s-]*)+|^(?:(?:不对|不是|错了|不|好的?|嗯|那么?|再|然后|另外|现在|谢谢"
              + "|我是说|我的意思是|应该是|改成|改为|改用|换成|换为|变成|请|只|就|仅)[，,。：:；;！!\\s]*)+");
  private static final Pattern ADDS =
      Pattern.compile(
          "(?i)\\b(too|as well|also|plus|add|include|including|together with)\\b|也|加上|还有|以及|包括|一起|并上");
  private static final Pattern DROPS =
      Pattern.compile(
          "(?i)\\b(all|every|any|regardless of|ignore|ignoring|remove|drop|without filtering|no matter)\\b"
              + "|不限|不分|不管|不论|无论|所有|全部|去掉|取消|忽略|任何");
  private static final Pattern TALK =
      Pattern.compile(
          "(?i)instead|only|just|also|too|add|plus|include|including|make|change|switch|same|rather"
              + "|ones?|those|these|them|that|it|please|show|give|again|now|then|no|well|all|every|any|regardless"
              + "|ignore|ignoring|remove|drop|filter|matter|改成|改为|改用|换成|换为|换|改|只看|只要|只算|只统计|只|仅"
              + "|那|呢|也|加上|还有|以及|包括|一起|不限|不分|不管|不论|无论|所有|全部|去掉|取消|忽略|任何|的话|吧|看看|算上");

  /** Reads a follow-up. */
  public static FollowUpWords of(String request) {
    String text = ANSWER.matcher(request.strip()).replaceFirst("").strip();
    String rest = text.isEmpty() ? request.strip() : text;
    return new FollowUpWords(rest, ADDS.matcher(request).find(), DROPS.matcher(request).find());
  }

  /** The links of the text without those unlinked words that only say how it changes. */
  public Links withoutTalk(Links links) {
    List<Links.Unlinked> unlinked =
        links.unlinked().stream()
            .filter(u -> !TALK.matcher(u.words().toLowerCase(Locale.ROOT)).matches())
            .toList();
    return new Links(links.request(), links.language(), links.links(), unlinked);
  }
}
