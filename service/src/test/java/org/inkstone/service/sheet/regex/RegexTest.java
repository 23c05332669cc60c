package org.inkstone.service.sheet.regex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.inkstone.service.sheet.value.LimitException;
import org.junit.jupiter.api.Test;

class RegexTest {
  /** Lines of {@code pattern ⇒ text ⇒ matches apart by bars}; an arrow alone for no match. */
  private static void check(String table) {
    List<String> wrong = new ArrayList<>();
    for (String line : table.strip().lines().toList()) {
      int first = line.indexOf(" ⇒ ");
      int last = line.lastIndexOf(" ⇒");
      String pattern = line.substring(0, first).strip();
      String text = line.substring(first + 3, last).replace("␊", "\n").replace("␍", "\r");
      String expected = line.substring(last + 2).strip();
      String found = matches(pattern, text);
      if (!found.equals(expected)) {
        wrong.add(line + ", found " + found);
      }
    }
    assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
  }

  private static String matches(String pattern, String text) {
    try {
      List<String> all =
          Regex.of(pattern, false).all(text, RegexTest::free).stream()
              .map(RegexMatch::value)
              .toList();
      return String.join("|", all).replace("\n", "␊").replace("\r", "␍");
    } catch (RegexSyntaxException e) {
      return "error";
    }
  }

  @Test
  void matchesCharactersAndClasses() {
    check(
        """
        b ⇒ abcb ⇒ b|b
        a.c ⇒ abc a␊c axc ⇒ abc|axc
        (?s)a.c ⇒ a␊c ⇒ a␊c
        [a-c]+ ⇒ abcdcba ⇒ abc|cba
        [^a-c]+ ⇒ abcdcbae ⇒ d|e
        []a]+ ⇒ a]b ⇒ a]
        [^]a]+ ⇒ a]bc ⇒ bc
        [a\\-z]+ ⇒ a-zb ⇒ a-z
        [a-]+ ⇒ -a-b ⇒ -a-
        [\\w-]+ ⇒ ab-c d ⇒ ab-c|d
        [[:alpha:]]+ ⇒ ab1é ⇒ ab
        [[:^digit:]]+ ⇒ 1ab2 ⇒ ab
        [\\d.]+ ⇒ v1.25x ⇒ 1.25
        [\\Q^]\\E]+ ⇒ a^]b ⇒ ^]
        [b-a] ⇒ a ⇒ error
        \\d+ ⇒ a12b3 ⇒ 12|3
        \\D+ ⇒ a12b3 ⇒ a|b
        \\w+ ⇒ ab_1 é ⇒ ab_1
        a\\sb ⇒ a b a\u00a0b ⇒ a b
        \\h ⇒ a\u00a0b ⇒ \u00a0
        \\p{Lu}+ ⇒ aBCd ⇒ BC
        \\pL+ ⇒ ab1é ⇒ ab|é
        \\P{L}+ ⇒ ab12 ⇒ 12
        \\p{^L}+ ⇒ ab12 ⇒ 12
        \\p{Han}+ ⇒ ab中文 ⇒ 中文
        \\p{Greek}+ ⇒ abαβ ⇒ αβ
        \\p{Nope} ⇒ a ⇒ error
        \\x41\\x{42}\\103 ⇒ ABC ⇒ ABC
        \\Qa.b\\E+ ⇒ a.bbb a.b axb ⇒ a.bbb|a.b
        \\. ⇒ a.b ⇒ .
        \\y ⇒ y ⇒ error
        a{2} ⇒ aaaa a ⇒ aa|aa
        a{2,3} ⇒ aaaaa ⇒ aaa|aa
        a{,3} ⇒ a{,3} ⇒ a{,3}
        x{ ⇒ x{ ⇒ x{
        a{3,2} ⇒ a ⇒ error
        *a ⇒ a ⇒ error
        (a ⇒ a ⇒ error
        a) ⇒ a ⇒ error
        [a ⇒ a ⇒ error
        😀. ⇒ 😀😁 ⇒ 😀😁
        \\R ⇒ a␍␊b␊c ⇒ ␍␊|␊
        """);
  }

  @Test
  void repeatsGreedilyLazilyAndPossessively() {
    check(
        """
        <.+> ⇒ <a><b> ⇒ <a><b>
        <.+?> ⇒ <a><b> ⇒ <a>|<b>
        a++a ⇒ aaa ⇒
        a*+b ⇒ aab ⇒ aab
        (?>a+)a ⇒ aaa ⇒
        (a|ab)(c|bcd)(d*) ⇒ abcd ⇒ abcd
        (?:ab)+ ⇒ ababa ⇒ abab
        (?:ab)+? ⇒ ababa ⇒ ab|ab
        (?:ab)*+c ⇒ ababc ⇒ ababc
        (?:a|b){2,3}? ⇒ abab ⇒ ab|ab
        (a*)*b ⇒ aab ⇒ aab
        (a*)+ ⇒ b ⇒ |
        x* ⇒ axb ⇒ |x||
        (?U)<.+> ⇒ <a><b> ⇒ <a>|<b>
        a?? ⇒ a ⇒ |a|
        (?:a?){3}b ⇒ aab ⇒ aab
        """);
  }

  @Test
  void looksAround() {
    check(
        """
        ^a ⇒ aa␊a ⇒ a
        (?m)^a ⇒ aa␊a ⇒ a|a
        a$ ⇒ a␊a␊ ⇒ a
        (?m)a$ ⇒ a␊a␊ ⇒ a|a
        a\\z ⇒ a␊ ⇒
        a\\Z ⇒ a␊ ⇒ a
        \\Aa ⇒ aa ⇒ a
        \\Ga ⇒ aab a ⇒ a|a
        \\bcat\\b ⇒ cat concat cat ⇒ cat|cat
        \\Bcat ⇒ cat concat ⇒ cat
        \\d+(?=€) ⇒ 10€ 20$ ⇒ 10
        \\d+(?!\\d|€) ⇒ 10€ 20$ ⇒ 20
        (?<=\\$)\\d+ ⇒ $10 €20 ⇒ 10
        (?<!\\$)\\b\\d+ ⇒ $10 €20 ⇒ 20
        (?<=a|bc)x ⇒ ax bcx cx ⇒ x|x
        (?<=a{2,3})x ⇒ aax ax ⇒ x
        (?<=a+)x ⇒ ax ⇒ error
        a\\Kb ⇒ ab cb ⇒ b
        (?=(\\w+))\\1: ⇒ abc: ⇒ abc:
        (?<=^|,)[^,]* ⇒ a,,b ⇒ a||b
        """);
  }

  @Test
  void refersToGroups() {
    check(
        """
        (\\w)\\1 ⇒ hello aab ⇒ ll|aa
        (?<c>\\w)\\k<c> ⇒ hello ⇒ ll
        (?P<c>\\w)(?P=c) ⇒ hello ⇒ ll
        (\\w)\\g{-1} ⇒ hello ⇒ ll
        (\\w)\\g1 ⇒ hello ⇒ ll
        (?i)(a)\\1 ⇒ aA ⇒ aA
        (?i:a)b ⇒ Ab AB ⇒ Ab
        a(?i)b|c ⇒ aB C ⇒ aB|C
        (a)?(?(1)b|c) ⇒ ab c b ⇒ ab|c
        (?<q>")?\\w+(?(<q>)") ⇒ "ab" cd ⇒ "ab"|cd
        (?(?=a)ab|cd) ⇒ ab cd ad ⇒ ab|cd
        (\\d\\d)-(?1) ⇒ 12-34 ⇒ 12-34
        \\((?:[^()]++|(?R))*\\) ⇒ (a(b)c) (d ⇒ (a(b)c)
        (?<n>\\d+)(?:,(?&n))* ⇒ 1,22,3 ⇒ 1,22,3
        (?(DEFINE)(?<d>\\d{2}))(?&d):(?&d) ⇒ 12:34 ⇒ 12:34
        ^(?:(.)(?=.*(\\1(?(2)\\2))$))*.?\\2$ ⇒ abcba ⇒ abcba
        (?|a(b)|c(d))\\1 ⇒ abb cdd abd ⇒ abb|cdd
        (?x) a b # c ⇒ ab ⇒ ab
        a(?#no)b ⇒ ab ⇒ ab
        \\2(a) ⇒ a ⇒ error
        (?<a>x)(?<a>y) ⇒ xy ⇒ error
        (*FAIL) ⇒ a ⇒ error
        """);
  }

  @Test
  void keepsWhatGroupsTook() {
    RegexMatch match = first("(?<y>\\d{4})-(\\d\\d)(x)?", "on 2026-03-11");
    assertEquals("2026-03", match.group(0));
    assertEquals("2026", match.group(1));
    assertEquals("03", match.group(2));
    assertEquals(null, match.group(3));
    assertEquals(3, match.start());
  }

  /** Loops that read no character hang Java's own engine, however its text counts. */
  @Test
  void neitherHangsNorOverflows() {
    String as = "a".repeat(30_000);
    for (String pattern :
        List.of(
            "(a+)+b", "(a|a)*b", "(?:(?:|){40}){40}x", "(.*)*(.*)*(.*)*x", "(a*)*\\1b", "(?R)")) {
      assertTimeoutPreemptively(
          Duration.ofSeconds(20),
          () ->
              assertThrows(LimitException.class, () -> Regex.of(pattern, false).find(as, limit())),
          pattern);
    }
    assertEquals(as, first("(?:a|b)*", as).value());
    assertEquals(as, first("(a)*", as).value());
  }

  private static RegexMatch first(String pattern, String text) {
    return Objects.requireNonNull(Regex.of(pattern, false).find(text, RegexTest::free));
  }

  private static void free(long steps) {
    assertTrue(steps >= 0);
  }

  private static LongConsumer limit() {
    long[] left = {5_000_000};
    return steps -> {
      left[0] -= steps;
      if (left[0] < 0) {
        throw new LimitException("out of steps");
      }
    };
  }

  @Test
  void refusesExpressionsThatUnfoldTooFar() {
    assertThrows(RegexSyntaxException.class, () -> Regex.of("(?:(?:ab){1000}){1000}", false));
    assertThrows(RegexSyntaxException.class, () -> Regex.of("(".repeat(500), false));
  }

  @Test
  void replacesWithGroupsAndCases() {
    assertEquals("b-a $ AB Ab", replaced("$2-${1} $$ \\U$0\\E \\u$1$2"));
    assertThrows(RegexSyntaxException.class, () -> replaced("$3"));
  }

  private static String replaced(String replacement) {
    Regex regex = Regex.of("(a)(?<second>b)", false);
    RegexMatch match = regex.find("ab", RegexTest::free);
    return match == null ? "" : new Replacement(replacement, regex).of(match, 100);
  }
}
