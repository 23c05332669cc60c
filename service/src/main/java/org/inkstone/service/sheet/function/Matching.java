package org.inkstone.service.sheet.function;

import java.util.function.Predicate;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.Compare;
import org.inkstone.service.sheet.value.Grid;
import org.inkstone.service.sheet.value.ValueIndex;
import org.inkstone.service.sheet.value.Wildcard;

/** Finds a value in a row or column; all answers are places from 0, -1 if there is none. */
final class Matching {
  private Matching() {}

  /** The first place of an equal value; texts may be patterns. */
  static int exact(Scalar value, Grid vector, boolean patterns) {
    boolean pattern =
        patterns && value instanceof Scalar.Text text && Wildcard.isPattern(text.value());
    Wildcard wildcard = pattern ? Wildcard.of(((Scalar.Text) value).value()) : null;
    int length = vector.filledLength();
    ValueIndex index = wildcard == null && ValueIndex.isAbout(value) ? vector.index() : null;
    if (index != null) {
      return index.first(value); // what stands outside the filled part is blank
    }
    for (int i = 0; i < length; i++) {
      Scalar cell = vector.at(i);
      boolean found =
          wildcard == null
              ? Compare.same(cell, value)
              : cell instanceof Scalar.Text text && wildcard.matches(text.value());
      if (found) {
        return i;
      }
    }
    return length < vector.length() && Compare.same(vector.fill(), value) ? length : -1;
  }

  /** The last place of an equal value. */
  static int exactFromEnd(Scalar value, Grid vector, boolean patterns) {
    Wildcard wildcard =
        patterns && value instanceof Scalar.Text text ? Wildcard.of(text.value()) : null;
    ValueIndex index = wildcard == null && ValueIndex.isAbout(value) ? vector.index() : null;
    if (index != null) {
      return index.last(value);
    }
    for (int i = vector.filledLength() - 1; i >= 0; i--) {
      Scalar cell = vector.at(i);
      boolean found =
          wildcard == null
              ? Compare.same(cell, value)
              : cell instanceof Scalar.Text text && wildcard.matches(text.value());
      if (found) {
        return i;
      }
    }
    return -1;
  }

  /**
   * The last place of a value that is not greater, by halving as spreadsheets do it: an equal value
   * in the middle ends the search at the last of its neighbours that are equal too, so that
   * unsorted data give the same place as there. Values of other types are stepped over.
   */
  static int sortedUp(Scalar value, Grid vector) {
    int low = 0;
    int high = vector.filledLength() - 1;
    int best = -1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int at = middle;
      while (at <= high && !sameType(vector.at(at), value)) {
        at++;
      }
      int order = at > high ? 1 : Compare.order(vector.at(at), value);
      if (order == 0) {
        return lastOfRun(value, vector, at, high);
      } else if (order < 0) {
        best = at;
        low = at + 1;
      } else {
        high = middle - 1;
      }
    }
    return best;
  }

  private static int lastOfRun(Scalar value, Grid vector, int from, int to) {
    int last = from;
    while (last < to && Compare.same(vector.at(last + 1), value)) {
      last++;
    }
    return last;
  }

  /** The last place of a value that is not less, in a vector that is sorted downward. */
  static int sortedDown(Scalar value, Grid vector) {
    int best = -1;
    for (int i = 0; i < vector.filledLength(); i++) {
      Scalar cell = vector.at(i);
      if (sameType(cell, value)) {
        int order = Compare.order(cell, value);
        if (order < 0) {
          return best;
        }
        best = order == 0 && best >= 0 && Compare.order(vector.at(best), value) == 0 ? best : i;
      }
    }
    return best;
  }

  /**
   * The place of an equal value or else of the next less or greater one, whatever the order.
   *
   * @param direction -1 for less, 1 for greater
   * @param fromEnd whether the last of equals counts
   */
  static int nearest(Scalar value, Grid vector, int direction, boolean fromEnd) {
    int best = -1;
    int length = vector.filledLength();
    for (int n = 0; n < length; n++) {
      int i = fromEnd ? length - 1 - n : n;
      Scalar cell = vector.at(i);
      if (sameType(cell, value)) {
        int order = Compare.order(cell, value);
        if (order == 0) {
          return i;
        } else if (order * direction > 0
            && (best < 0 || Compare.order(cell, vector.at(best)) * direction < 0)) {
          best = i;
        }
      }
    }
    return best;
  }

  /**
   * The first place of an equal value or else of the next less (-1) or greater (1) one, by halving:
   * right only if the vector is sorted.
   *
   * @param direction 0 for equal values only
   * @param downward whether it is sorted downward
   */
  static int halving(Scalar value, Grid vector, int direction, boolean downward) {
    int low = 0;
    int high = vector.filledLength();
    while (low < high) {
      int middle = (low + high) >>> 1;
      int order = Compare.sorting(vector.at(middle), value);
      if (downward ? order > 0 : order < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low < vector.filledLength() && Compare.same(vector.at(low), value)) {
      return low;
    }
    int next = direction < 0 == downward ? low : low - 1;
    boolean there = direction != 0 && next >= 0 && next < vector.filledLength();
    // a text is the next greater value of a number
    return there && !(vector.at(next) instanceof Scalar.Blank) ? next : -1;
  }

  /** The first or last place of a value that passes a test. */
  static int first(Grid vector, Predicate<Scalar> test, boolean fromEnd) {
    int length = vector.filledLength();
    for (int n = 0; n < length; n++) {
      int i = fromEnd ? length - 1 - n : n;
      if (test.test(vector.at(i))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean sameType(Scalar cell, Scalar value) {
    return cell.getClass() == value.getClass();
  }
}
