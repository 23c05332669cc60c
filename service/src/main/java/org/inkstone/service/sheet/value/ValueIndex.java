package org.inkstone.service.sheet.value;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
      if (size > 0 && places[size - 1] >= place) {
        insert(place);
        return;
      }
      if (size == places.length) {
        places = Arrays.copyOf(places, Math.max(2, size * 2));
      }
      places[size++] = place;
    }

    /** Makes another array, since the one before may be in use. */
    private void insert(int place) {
      int at = Arrays.binarySearch(places, 0, size, place);
      if (at < 0) {
        int[] more = new int[size + 1];
        System.arraycopy(places, 0, more, 0, -at - 1);
        more[-at - 1] = place;
        System.arraycopy(places, -at - 1, more, -at, size + at + 1);
        places = more;
        size++;
      }
    }

    void remove(int place) {
      int at = Arrays.binarySearch(places, 0, size, place);
      if (at >= 0) {
        int[] fewer = Arrays.copyOf(places, size - 1);
        System.arraycopy(places, at + 1, fewer, at, size - at - 1);
        places = fewer;
        size--;
      }
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

  /** In which places of {@link #byKey} and {@link #numericTexts} each place stands. */
  private final @Nullable Places[] ofKey;

  /** What texts stand for, each looked at once. */
  private final Map<Object, Optional<Places>> numberOf = new HashMap<>();

  private final Map<Integer, Places> ofNumericText = new HashMap<>();

  private ValueIndex(int length) {
    ofKey = new @Nullable Places[length];
  }

  /** The places of a vector's filled part; null if it holds a text that can't be in a table. */
  public static @Nullable ValueIndex of(Grid vector, DateSystem dates) {
    int length = vector.filledLength();
    ValueIndex index = new ValueIndex(length);
    for (int i = 0; i < length; i++) {
      if (!index.add(i, vector.at(i), dates)) {
        return null;
      }
    }
    return index;
  }

  private boolean add(int place, Scalar scalar, DateSystem dates) {
    Object key = Compare.key(scalar);
    if (key == null) {
      return false;
    }
    if (!(scalar instanceof Scalar.Blank)) {
      Places places = byKey.computeIfAbsent(key, k -> new Places());
      places.add(place);
      ofKey[place] = places;
    }
    if (scalar instanceof Scalar.Text text) {
      Places numeric = numeric(key, text.value(), dates);
      if (numeric != null) {
        numeric.add(place);
        ofNumericText.put(place, numeric);
      }
    }
    return true;
  }

  /** The places of the number that a text stands for; null if it stands for none. */
  private @Nullable Places numeric(Object key, String text, DateSystem dates) {
    return numberOf
        .computeIfAbsent(
            key,
            k -> {
              OptionalDouble number = NumberText.parse(text, dates);
              return number.isEmpty()
                  ? Optional.empty()
                  : Optional.of(
                      numericTexts.computeIfAbsent(
                          NumberText.digits15(number.getAsDouble()) + 0.0, n -> new Places()));
            })
        .orElse(null);
  }

  /**
   * Exchanges the value at a place.
   *
   * @return whether the value can be in the table; if not, the table is of no use any more
   */
  public boolean exchange(int place, Scalar scalar, DateSystem dates) {
    Places before = ofKey[place];
    if (before != null) {
      before.remove(place);
      ofKey[place] = null;
    }
    Places text = ofNumericText.remove(place);
    if (text != null) {
      text.remove(place);
    }
    return add(place, scalar, dates);
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
