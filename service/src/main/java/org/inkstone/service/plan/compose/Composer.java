package org.inkstone.service.plan.compose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.Links;
import org.inkstone.service.plan.Schema;
import org.inkstone.service.plan.TableView;
import org.inkstone.service.plan.algebra.Condition;
import org.inkstone.service.plan.algebra.Plan;
import org.inkstone.service.plan.algebra.PlanRewrite;
import org.jspecify.annotations.Nullable;

/**
 * Composes plans from linked words: every way to compute something meets every set of conditions,
 * and pays for words that stay unexplained and for parts that no word asked for.
 */
public final class Composer {
  private static final int MOST_CONDITIONS = 4;
  private static final int BEAM = 40;
  private static final double SHARED = 0.3;
  private static final double SHARED_WEAKLY = 0.8;

  /** Who asks for a number hardly means the number of rows with a name that only one row has. */
  private static final double ONE_ROW = 0.5;

  private static final double EACH_CONDITION = 0.03;
  private static final double OTHER_TABLE = 0.4;

  private Composer() {}

  /**
   * Plans for a request, the best first.
   *
   * @param along the table whose rows the formula is filled along; null where one value or a list
   *     is wanted
   * @param most how many are wanted
   */
  public static List<Composition> compose(
      Links links, Schema schema, @Nullable TableView along, int most) {
    List<Combination> all = new ArrayList<>();
    List<TableView> tables = along == null ? schema.tables() : List.of(along);
    for (int i = 0; i < tables.size(); i++) {
      Reading reading = Reading.of(links, schema, tables.get(i), along != null);
      List<Atom> atoms = Atoms.of(reading);
      new Search(reading, i == 0 ? 0 : OTHER_TABLE).run(atoms, heads(reading, atoms), all);
    }
    return best(all, along != null, most);
  }

  /**
   * Changes of the plan of the turn before, the best first.
   *
   * @param words the follow-up that says what changes
   * @param links its text, linked
   */
  public static List<Composition> edit(
      Plan before,
      FollowUpWords words,
      Links links,
      Schema schema,
      @Nullable TableView along,
      int most) {
    TableView table = PlanRewrite.table(before);
    TableView changed = table == null ? along : schema.table(table.name()).orElse(null);
    if (changed == null) {
      return List.of();
    }
    List<Combination> all = new ArrayList<>();
    Reading reading = Reading.of(links, schema, changed, along != null);
    Set<ColumnView> known = new HashSet<>();
    PlanRewrite.filtersOf(before).forEach(filter -> known.addAll(PlanRewrite.columns(filter)));
    List<Atom> atoms =
        Atoms.of(reading).stream().map(a -> known.contains(a.column()) ? a.known() : a).toList();
    new Search(reading, 0).run(atoms, new EditHeads(reading, words).of(before), all);
    return best(all, along != null, most).stream().filter(c -> !c.plan().equals(before)).toList();
  }

  private static List<Composition> best(List<Combination> all, boolean down, int most) {
    all.sort(Comparator.comparingDouble(Combination::cost));
    List<Composition> best = new ArrayList<>();
    Set<Plan> seen = new HashSet<>();
    for (Combination one : all) {
      Composition composition = one.composition();
      boolean row = composition.plan().shape() == Plan.Shape.ROW;
      if (row == down && seen.add(composition.plan())) {
        best.add(composition);
      }
      if (best.size() == most) {
        break;
      }
    }
    return List.copyOf(best);
  }

  /** The ways to compute something. */
  private static List<Head> heads(Reading reading, List<Atom> atoms) {
    List<Head> heads = new ArrayList<>();
    if (reading.down()) {
      new ChainHeads(reading, heads).find();
      new ChoiceHeads(reading, atoms, heads).find();
      new TextHeads(reading, heads).find();
      new DateHeads(reading, heads).find();
      new RowHeads(reading, heads).find();
    } else {
      new AggregateHeads(reading, heads).find();
      new ExtremeHeads(reading, heads).find();
      new ListHeads(reading, heads).find();
      new ShareHeads(reading, heads).find(atoms);
      new DurationHeads(reading, heads).find();
      new YesNoHeads(reading, heads).find(atoms);
      new PlaceHeads(reading, heads).find();
      new PairHeads(reading, atoms, heads).find();
      new ChainHeads(reading, heads).find();
    }
    return Wrappers.around(heads, reading);
  }

  /** A way to compute something with a set of conditions. */
  private record Combination(
      Search search,
      Head head,
      Search.State filter,
      double shared,
      double unexplained,
      double cost) {
    Composition composition() {
      Map<String, Double> features = new HashMap<>();
      features.put("kind:" + head.kind(), 1.0);
      features.put("head_cost", head.cost());
      features.put("filter_cost", filter.cost());
      features.put("conditions", (double) filter.conditions().size());
      features.put("unexplained", unexplained);
      features.put("shared", shared);
      features.put("other_table", search.doubt);
      long used = head.used() | filter.used();
      ItemFeatures.add(search.reading, search.weights, used, features);
      Condition condition = Condition.all(filter.conditions());
      List<String> words = search.unexplainedWords(used);
      return new Composition(head.build().apply(condition), head.kind(), cost, features, words);
    }
  }

  /** The search over one table. */
  private static final class Search {
    private final Reading reading;
    private final double[] weights;
    private final double doubt;

    Search(Reading reading, double doubt) {
      this.reading = reading;
      this.weights = Weights.of(reading);
      this.doubt = doubt;
    }

    /** A set of conditions so far. */
    private record State(
        int next,
        List<Condition> conditions,
        List<ColumnView> columns,
        long used,
        long exclusive,
        double cost,
        boolean key) {}

    void run(List<Atom> atoms, List<Head> heads, List<Combination> all) {
      List<State> filters = filters(atoms);
      for (Head head : heads) {
        for (State filter : filters) {
          combine(head, filter, all);
        }
      }
    }

    /** Sets of conditions, by how much they explain. */
    private List<State> filters(List<Atom> atoms) {
      List<State> done = new ArrayList<>();
      List<State> open = new ArrayList<>();
      open.add(new State(0, List.of(), List.of(), 0, 0, 0, false));
      for (int size = 0; size <= MOST_CONDITIONS && !open.isEmpty(); size++) {
        done.addAll(open);
        List<State> larger = new ArrayList<>();
        for (State state : open) {
          for (int i = state.next(); i < atoms.size(); i++) {
            extend(state, atoms.get(i), i + 1, larger);
          }
        }
        larger.sort(Comparator.comparingDouble(s -> s.cost() + unexplained(s.used())));
        open = larger.subList(0, Math.min(BEAM * 3, larger.size()));
      }
      return done;
    }

    private void extend(State state, Atom atom, int next, List<State> larger) {
      boolean clash = (state.exclusive() & atom.exclusive()) != 0;
      if (clash) {
        return;
      }
      List<Condition> conditions = new ArrayList<>(state.conditions());
      conditions.add(atom.condition());
      List<ColumnView> columns = new ArrayList<>(state.columns());
      double twice = columns.contains(atom.column()) ? 0.25 : 0;
      columns.add(atom.column());
      larger.add(
          new State(
              next,
              conditions,
              columns,
              state.used() | atom.used(),
              state.exclusive() | atom.exclusive(),
              state.cost() + atom.cost() + EACH_CONDITION + twice,
              state.key() || atom.key()));
    }

    private void combine(Head head, State filter, List<Combination> all) {
      int size = filter.conditions().size();
      boolean fits =
          switch (head.filter()) {
            case NONE -> size == 0;
            case ANY -> true;
            case NEEDED -> size > 0;
            case KEY -> filter.key();
          };
      if (!fits || (head.exclusive() & filter.exclusive()) != 0) {
        return;
      }
      long used = head.used() | filter.used();
      double shared = shared(head, filter);
      double unexplained = unexplained(used);
      double single = head.kind().equals("COUNT") && filter.key() ? ONE_ROW : 0;
      double cost = head.cost() + filter.cost() + unexplained + shared + doubt + single;
      all.add(new Combination(this, head, filter, shared, unexplained, cost));
    }

    /** One mention of a column that serves the value and the condition as well. */
    private double shared(Head head, State filter) {
      if (head.kind().equals("BESIDE")) {
        return 0; // "the venue after Wembley": the key's own column is asked for
      }
      double price = 0;
      long soft = head.used() & ~head.exclusive();
      for (ColumnView column : filter.columns()) {
        long mentions = Atoms.mentions(reading, column);
        boolean both = (mentions & soft) != 0;
        boolean weak =
            head.kind().equals("LIST") && Columns.isQuantity(column)
                || head.kind().equals("IMPLIED_SUM");
        price += both && Long.bitCount(mentions) == 1 ? (weak ? SHARED_WEAKLY : SHARED) : 0;
      }
      return price;
    }

    private double unexplained(long used) {
      double sum = 0;
      for (int i = 0; i < weights.length; i++) {
        sum += (used & 1L << i) == 0 ? weights[i] : 0;
      }
      return sum;
    }

    private List<String> unexplainedWords(long used) {
      return reading.items().stream()
          .filter(i -> (used & i.bit()) == 0 && weights[i.index()] >= 0.5)
          .map(Item::words)
          .toList();
    }
  }
}
