package org.inkstone.service.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Links each word of a request to columns, tables, cell values, numbers, dates or constructions.
 * Needs no segmenter: the longest known words win. What stays unlinked is compared with the headers
 * by embedding, and reported where that finds nothing either.
 */
public final class Linker {
  private static final double CLOSE = 0.12;

  private final HeaderMatcher byMeaning;

  /** A linker that compares the words it doesn't know with headers by these embeddings. */
  public Linker(HeaderMatcher byMeaning) {
    this.byMeaning = byMeaning;
  }

  /**
   * Links a request.
   *
   * @param asOf the day that "last month" is counted from; null where such words mean nothing
   */
  public CompletionStage<Links> link(String request, Schema schema, @Nullable LocalDate asOf) {
    Links links = linkByWords(request, schema, asOf);
    if (links.unlinked().isEmpty()) {
      return CompletableFuture.completedFuture(links);
    }
    List<String> words = links.unlinked().stream().map(Links.Unlinked::words).toList();
    return byMeaning
        .match(links.language(), words, schema.columns())
        .thenApply(m -> merge(links, m));
  }

  /** Links a request by its words alone, without embeddings and without a day to count from. */
  public static Links linkByWords(String request, Schema schema) {
    return linkByWords(request, schema, null);
  }

  /** Links a request by its words alone, without embeddings. */
  public static Links linkByWords(String request, Schema schema, @Nullable LocalDate asOf) {
    Entries entries = Entries.of(schema);
    List<Word> words = new Spelling(entries.words()).correct(Words.of(request));
    TreeSet<Integer> years = new TreeSet<>();
    schema.columns().forEach(c -> years.addAll(c.years()));
    schema.tables().forEach(t -> t.readings().forEach(c -> years.addAll(c.years())));
    @Nullable RelativePeriods relative =
        asOf == null ? null : new RelativePeriods(asOf, schema.dates());
    PeriodReader periods = new PeriodReader(List.copyOf(years), relative);
    List<Span> spans = SpanFinder.find(request, words, entries, periods, schema);
    boolean unnamed = schema.tables().stream().noneMatch(TableView::isNamed);
    Links links = new LinkBuilder(request, words, Cover.best(words, spans), unnamed).build();
    return Derivations.link(links, schema);
  }

  private static Links merge(Links links, List<HeaderMatcher.Match> matches) {
    List<Link> all = new ArrayList<>(links.links());
    List<Links.Unlinked> rest = new ArrayList<>();
    for (int i = 0; i < links.unlinked().size(); i++) {
      Links.Unlinked unlinked = links.unlinked().get(i);
      int index = i;
      List<HeaderMatcher.Match> found = matches.stream().filter(m -> m.word() == index).toList();
      if (found.isEmpty()) {
        rest.add(unlinked);
      }
      double best = found.stream().mapToDouble(HeaderMatcher.Match::score).max().orElse(0);
      for (HeaderMatcher.Match match : found) {
        if (match.score() >= best - CLOSE) {
          Target target = new Target.Column(match.column());
          all.add(
              new Link(
                  unlinked.start(),
                  unlinked.end(),
                  unlinked.words(),
                  target,
                  match.score(),
                  "embedding"));
        }
      }
    }
    all.sort(java.util.Comparator.comparingInt(Link::start));
    return new Links(links.request(), links.language(), all, rest);
  }
}
