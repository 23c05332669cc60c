package org.inkstone.service.plan;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells by its place whether an unknown word matters: one that names the rows, relates known words
 * to each other or gives a title says nothing about the computation; one that would be a column, a
 * value or a condition does.
 */
final class Surroundings {
  private static final Set<String> RELATIONS =
      Set.of(
          "by", "with", "from", "in", "that", "which", "where", "whose", "who", "have", "having",
          "without", "due", "are", "is", "were", "was", "on", "at", "has", "had", "do", "did",
          "does", "for", "under", "over", "to", "not", "when", "if");
  private static final Set<String> GENERIC =
      Set.of(
          "amount",
          "money",
          "payment",
          "spending",
          "worth",
          "volume",
          "value",
          "cost",
          "number",
          "total",
          "figure",
          "rate",
          "score",
          "level",
          "date",
          "time",
          "count",
          "size",
          "sum",
          "quantity",
          "consumption",
          "price",
          "name",
          "code",
          "balance",
          "spend",
          "column",
          "field",
          "list",
          "percentage",
          "result",
          "sales");
  private static final Set<String> ORDERING =
      Set.of(
          "oldest",
          "newest",
          "cheapest",
          "priciest",
          "longest",
          "shortest",
          "heaviest",
          "lightest",
          "tallest",
          "youngest",
          "fastest",
          "slowest",
          "latest",
          "earliest",
          "best",
          "worst",
          "busiest",
          "expensive",
          "recent");
  private static final Set<String> CHANGES =
      Set.of(
          "discount",
          "markup",
          "surcharge",
          "increase",
          "decrease",
          "raise",
          "reduction",
          "commission",
          "fee",
          "tip",
          "tax",
          "vat",
          "bonus");
  private static final Set<String> FLAGS = Set.of("yes", "no", "y", "n", "true", "false", "是", "否");
  private static final Set<String> PLACES =
      Set.of("last", "final", "trailing", "leading", "left", "right");

  private static final Set<Cue> MEASURING =
      Set.of(Cue.SUM, Cue.AVERAGE, Cue.MEDIAN, Cue.DEVIATION, Cue.WEIGHTED, Cue.SHARE);

  private final List<Word> words;
  private final @Nullable Span[] spans;

  Surroundings(List<Word> words, List<Span> chosen) {
    this.words = words;
    this.spans = new Span[words.size()];
    for (Span span : chosen) {
      for (int i = span.from(); i < span.to(); i++) {
        spans[i] = span;
      }
    }
  }

  /** Whether the unknown words {@code from} to before {@code to} can be left out. */
  boolean isHarmless(int from, int to) {
    Word word = words.get(from);
    if (word.kind() == Word.Kind.HAN) {
      return new HanSurroundings(words, this).isHarmless(from, to);
    }
    boolean lower = !word.isCapitalized() || from == 0;
    return lower
        && (isPointedAt(from)
            || isAskedAbout(from)
            || relates(from)
            || namesRows(from)
            || isGenericTail(from)
            || isSuperlative(from)
            || isOfPercentage(from)
            || isPlaceInText(from));
  }

  /** "This competition": what the table is about. */
  private boolean isPointedAt(int at) {
    return at > 0 && Set.of("this", "thes").contains(words.get(at - 1).key());
  }

  /**
   * Whether unknown words may name what the rows are or what the table is about; not where they
   * stand as what is added up or averaged.
   */
  boolean isSubject(int from, int to) {
    int before = before(from);
    boolean measured =
        before >= 0
            && !means(before, Target.Column.class)
            && MEASURING.stream().anyMatch(cue -> isCue(before, cue));
    boolean behind = to < words.size() && isCue(to, Cue.AVERAGE);
    return !measured && !behind;
  }

  /** "Stayed the longest", "most borrowed book": verbs and rows beside a superlative. */
  private boolean isSuperlative(int at) {
    String text = words.get(at).text().toLowerCase(java.util.Locale.ROOT);
    boolean verb = Lexicon.isVerb(text) || text.length() > 4 && text.matches(".*(ed|wn)");
    int before = before(at);
    boolean behind = before >= 0 && (isCue(before, Cue.MAX) || isCue(before, Cue.MIN));
    int next = at + 1;
    while (next < words.size()
        && Set.of("the", "a", "we", "with").contains(words.get(next).key())) {
      next++;
    }
    boolean ahead =
        next < words.size()
            && (isCue(next, Cue.MAX) || isCue(next, Cue.MIN) || means(next, Target.Ordinal.class));
    boolean ordered =
        behind && ORDERING.contains(words.get(before).text().toLowerCase(java.util.Locale.ROOT));
    boolean afterVerb =
        at > 0
            && spans[at - 1] == null
            && isVerb(at - 1)
            && before >= 0
            && before(at - 1) >= 0
            && isExtreme(before(at - 1));
    return verb && (behind || ahead) || ordered || afterVerb && knowsColumn();
  }

  private boolean isExtreme(int at) {
    return isCue(at, Cue.MAX) || isCue(at, Cue.MIN);
  }

  /** "With a 15% discount". */
  private boolean isOfPercentage(int at) {
    boolean change = CHANGES.contains(words.get(at).text().toLowerCase(java.util.Locale.ROOT));
    return change && anyPercent();
  }

  private boolean anyPercent() {
    for (Span span : spans) {
      boolean percent =
          span != null
              && span.meanings().stream()
                  .anyMatch(m -> m.target() instanceof Target.Number n && n.percent());
      if (percent) {
        return true;
      }
    }
    return false;
  }

  /** "The last 3 characters". */
  private boolean isPlaceInText(int at) {
    return PLACES.contains(words.get(at).text().toLowerCase(java.util.Locale.ROOT))
        && at + 2 < words.size()
        && means(at + 1, Target.Number.class)
        && isCue(at + 2, Cue.TEXT);
  }

  private boolean isGenericTail(int at) {
    boolean behindColumn = at > 0 && means(at - 1, Target.Column.class);
    return behindColumn && GENERIC.contains(words.get(at).key());
  }

  /** "Published after 1980", "approved by Lena": a verb between what it relates. */
  private boolean relates(int at) {
    String text = words.get(at).text().toLowerCase(java.util.Locale.ROOT);
    boolean verb = text.length() > 4 && text.matches(".*(ed|ing|wn)") || Lexicon.isVerb(text);
    if (!verb) {
      return false;
    }
    boolean known = false;
    for (int next = at + 1; next < Math.min(words.size(), at + 5); next++) {
      Span span = spans[next];
      if (span == null && words.get(next).kind() != Word.Kind.SIGN) {
        return false;
      }
      known |= isComplement(next) || means(next, Target.Ordinal.class); // finished first
      if (known) {
        return true;
      }
    }
    return false;
  }

  boolean isComplement(int at) {
    return isValue(at)
        || means(at, Target.Number.class)
        || means(at, Target.Period.class)
        || means(at, Target.Quote.class)
        || isComparison(at);
  }

  /** "How many bookings", "for each vehicle", "books by Jane Austen". */
  private boolean namesRows(int at) {
    int before = before(at);
    boolean shared = before >= 0 && isCue(before, Cue.SHARE);
    boolean counted =
        shared
            || before >= 0
                && (isCue(before, Cue.COUNT) && !isMean(before) || isCue(before, Cue.EACH));
    boolean listed =
        before >= 0
            && (isCue(before, Cue.LIST) || isCue(before, Cue.RANK) || isCue(before, Cue.SORT));
    boolean first = before < 0;
    boolean ofKind = at > 0 && (isValue(at - 1) || isOfRows(at));
    boolean known = hasCondition(at);
    boolean modifier =
        at + 1 < words.size()
            && (means(at + 1, Target.Column.class) && !isDeed(at + 1)
                || means(at + 1, Target.TableName.class))
            && !isComplement(at + 1)
            && !RELATIONS.contains(words.get(at + 1).key())
            && !isVerb(at + 1);
    boolean measure = isFollowedBy(at, "of") || modifier; // "student loans" are other loans
    return known && !measure && (counted || listed || first && isRelated(at) || ofKind)
        || counted && isCue(before, Cue.EACH) && knowsColumn();
  }

  /** "Cars last serviced", "whose van is KX21": a day that something was done on. */
  private boolean isDeed(int at) {
    Span span = spans[at];
    return span != null
        && Words.isVerb(words.get(span.to() - 1).text())
        && span.meanings().stream()
            .anyMatch(m ->
                m.target() instanceof Target.Column c
                    && c.column().type() == org.inkstone.service.sheet.table.ColumnType.DATE);
  }

  /** "Whose van is KX21 HHA": what stands between the question and the value that it is about. */
  private boolean isAskedAbout(int at) {
    boolean question = at > 0 && Words.normalize(words.get(at - 1).text()).equals("whose");
    boolean is =
        at + 2 < words.size()
            && Set.of("is", "was", "are", "were", "has", "had").contains(words.get(at + 1).key());
    return question && is && isValue(at + 2);
  }

  /** An average of counts asks for a number that no row is. */
  private boolean isMean(int count) {
    int first = count;
    while (first > 0 && Objects.equals(spans[first - 1], spans[count])) {
      first--;
    }
    int before = before(first);
    return before >= 0 && isCue(before, Cue.AVERAGE);
  }

  /** "Pages of the books rated 4.2": what stands before "of" is known, and more follows. */
  private boolean isOfRows(int at) {
    int of = at - 1;
    while (of >= 0 && Set.of("the", "all", "our", "those", "these").contains(words.get(of).key())) {
      of--;
    }
    boolean related =
        of > 0 && Set.of("of", "for", "among", "in", "on").contains(words.get(of).key());
    return related && knowsBefore(of) && isAnything(at + 1);
  }

  private boolean knowsBefore(int of) {
    for (int i = 0; i < of; i++) {
      if (means(i, Target.Column.class) || isCue(i, Cue.COUNT)) {
        return true;
      }
    }
    return false;
  }

  private boolean isAnything(int from) {
    for (int i = from; i < words.size(); i++) {
      boolean asks = isCue(i, Cue.NEGATION) || isCue(i, Cue.BLANK) || isExtreme(i);
      if (isComplement(i) || asks) {
        return true;
      }
    }
    return false;
  }

  private boolean isRelated(int at) {
    return at + 1 < words.size()
        && (RELATIONS.contains(words.get(at + 1).key()) || isComparison(at + 1) || isVerb(at + 1));
  }

  private boolean isVerb(int at) {
    return words.get(at).text().length() > 4 && words.get(at).text().matches("(?i).*(ed|ing)");
  }

  private boolean isFollowedBy(int at, String key) {
    return at + 1 < words.size() && words.get(at + 1).key().equals(key);
  }

  /** The last word before that says something; -1 if there is none. */
  private int before(int at) {
    for (int i = at - 1; i >= 0; i--) {
      Span span = spans[i];
      boolean ignored =
          span != null && span.meanings().stream().allMatch(m -> m.target() == null)
              || words.get(i).kind() == Word.Kind.SIGN;
      if (!ignored) {
        return i;
      }
    }
    return -1;
  }

  /** Whether the rest of the request says which rows or what of them. */
  boolean hasCondition(int at) {
    for (int i = 0; i < words.size(); i++) {
      boolean says =
          isComplement(i) && !isBareFlag(i)
              || isCue(i, Cue.BLANK)
              || isCue(i, Cue.NEGATION)
              || isCue(i, Cue.CONTAINS)
              || isCue(i, Cue.SHARE)
              || means(i, Target.Column.class);
      if (i != at && says) {
        return true;
      }
    }
    return false;
  }

  /** A yes or no whose column is not named says nothing about unknown things. */
  private boolean isBareFlag(int at) {
    Span span = spans[at];
    return span != null
        && span.meanings().stream()
            .allMatch(m ->
                m.target() instanceof Target.Value v
                    && FLAGS.contains(Words.normalize(v.value()))
                    && !names(v.column()));
  }

  private boolean names(ColumnView column) {
    for (Span span : spans) {
      boolean named =
          span != null
              && span.meanings().stream()
                  .anyMatch(
                      m -> m.target() instanceof Target.Column c && c.column().equals(column));
      if (named) {
        return true;
      }
    }
    return false;
  }

  private boolean knowsColumn() {
    for (int i = 0; i < words.size(); i++) {
      if (means(i, Target.Column.class)) {
        return true;
      }
    }
    return false;
  }

  boolean means(int at, Class<? extends Target> kind) {
    Span span = spans[at];
    return span != null && span.meanings().stream().anyMatch(m -> kind.isInstance(m.target()));
  }

  boolean isValue(int at) {
    return means(at, Target.Value.class);
  }

  boolean isCue(int at, Cue cue) {
    Span span = spans[at];
    return span != null
        && span.meanings().stream()
            .anyMatch(m -> m.target() instanceof Target.Construction c && c.cue() == cue);
  }

  private boolean isComparison(int at) {
    Span span = spans[at];
    return span != null
        && span.meanings().stream()
            .anyMatch(m -> m.target() instanceof Target.Construction c && c.cue().isComparison());
  }
}
