package org.inkstone.service.task.formula;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.inkstone.service.plan.Cue;
import org.inkstone.service.plan.Link;
import org.inkstone.service.plan.Links;
import org.inkstone.service.plan.Target;
import org.jspecify.annotations.Nullable;

/** Days from one to before another; a null end is open. */
record DateBounds(@Nullable LocalDate from, @Nullable LocalDate to) {

  /** What the periods of a request ask for, by the words beside them. */
  static Set<DateBounds> wanted(Links links) {
    Set<DateBounds> wanted = new HashSet<>();
    List<Link> periods = links.linksTo(Target.Period.class).toList();
    for (Link link : periods) {
      Target.Period period = (Target.Period) link.target();
      Optional<Cue> cue = Spans.comparisonBeside(links, link.start(), link.end());
      boolean inclusive = links.has(Cue.INCLUSIVE) && !links.has(Cue.EXCLUSIVE);
      wanted.add(
          switch (cue.orElse(Cue.EQUAL)) {
            case GREATER -> new DateBounds(inclusive ? period.from() : period.to(), null);
            case AT_LEAST -> new DateBounds(period.from(), null);
            case LESS -> new DateBounds(null, inclusive ? period.to() : period.from());
            case AT_MOST -> new DateBounds(null, period.to());
            default -> new DateBounds(period.from(), period.to());
          });
    }
    if (periods.size() == 2) {
      LocalDate from = ((Target.Period) periods.getFirst().target()).from();
      LocalDate to = ((Target.Period) periods.getLast().target()).to();
      wanted.add(new DateBounds(from, to));
    }
    return wanted;
  }

  @Override
  public String toString() {
    return "from " + (from == null ? "any" : from) + " to before " + (to == null ? "any" : to);
  }
}
