package org.inkstone.service.sheet.value;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.Scalar;
import org.jspecify.annotations.Nullable;

/** The places of the values in a row or column, so that one is found without a walk. */
public final class ValueIndex {
  private static final int[] NONE = {};

  /** Places in rising order. */
  private static final class Places {
    private int[] places = new int[2];
    private int size;

    void add(int place) {
      if (size == places.length) {
        places = Arrays.copyOf(places, size * 2);
      }
      places[size++] = place;
    }

    int[] all() {
      if (size < places.length) {
        places = Arrays.copyOf(places, size);
      }
      return places;
    }
  }

  private final Map<Object, Places> byKey = new HashMap<>();

  /** Texts that stand for numbers, by number, as conditions take them. */
  private final Map<Object, Places> numericTexts = new HashMap<>();

  private ValueIndex() {}

  /** The places of a vector's filled part; null if it holds a text that can't be in a table. */
  public static @Nullable ValueIndex of(Grid vector, DateSystem dates) {
    ValueIndex index = new ValueIndex();
    int length = vector.filledLength();
    for (int i = 0; i < length; i++) {
      Scalar scalar = vector.at(i);
      Object key = Compare.key(scalar);
      if (key == null) {
        return null;
      }
      if (!(scalar instanceof Scalar.Blank)) {
        index.byKey.computeIfAbsent(key, k -> new Places()).add(i);
      }
      if (scalar instanceof Scalar.Text text) {
        OptionalDouble number = NumberText.parse(text.value(), dates);
        if (number.isPresent()) {
          Object numeric = NumberText.digits15(number.getAsDouble()) + 0.0;
          index.numericTexts.computeIfAbsent(numeric, k -> new Places()).add(i);
        }
      }
    }
    return index;
  }

  /** Whether values of this kind can be asked for. */
  public static boolean isAbout(Scalar value) {
    return !(value instanceof Scalar.Blank) && Compare.key(value) != null;
  }

  /** The first place of the same value; -1 if there is none. */
  public int first(Scalar value) {
    int[] places = places(value);
    return places.length == 0 ? -1 : places[0];
  }

  /** The last place of the same value; -1 if there is none. */
  public int last(Scalar value) {
    int[] places = places(value);
    return places.length == 0 ? -1 : places[places.length - 1];
  }

  private int[] places(Scalar value) {
    return places(byKey, value);
  }

  private static int[] places(Map<Object, Places> table, Scalar value) {
    Places places = table.get(Compare.key(value));
    return places == null ? NONE : places.all();
  }

  /** All places that may fulfil a condition for a value, in rising order. */
  int[] candidates(Scalar value) {
    int[] same = places(value);
    int[] texts = value instanceof Scalar.Num ? places(numericTexts, value) : NONE;
    if (texts.length == 0) {
      return same;
    }
    int[] both = Arrays.copyOf(same, same.length + texts.length);
    System.arraycopy(texts, 0, both, same.length, texts.length);
    Arrays.sort(both);
    return both;
  }

  /**
   * The places that may fulfil a condition, in rising order.
   *
   * @return null if it is no condition for one value
   */
  public int @Nullable [] candidates(Criterion criterion) {
    Scalar sought = criterion.sought();
    return sought == null || !isAbout(sought) ? null : candidates(sought);
  }
}
