package org.inkstone.service.sheet.regex;

import java.util.Arrays;
import org.inkstone.service.sheet.value.LimitException;
import org.jspecify.annotations.Nullable;

/** The ways that a match may still go, and what it must undo before; a stack. */
final class Backtracks {
  /** What an entry is. */
  enum Kind {
    /** Go on at step a and place b. */
    WAY,
    /** Give one character of a run back: step a, from place b down to c. */
    SHORTER,
    /** Take one more character of a run: step a, place b, c characters so far. */
    LONGER,
    /** Slot a was b. */
    SLOT,
    /** All slots were those of the object. */
    SLOTS
  }

  private static final int MOST = 2_000_000;

  private Kind[] kinds = new Kind[64];
  private int[] numbers = new int[3 * 64];
  private @Nullable Object[] objects = new @Nullable Object[64];
  private int size;

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  void push(Kind kind, int a, int b, int c, @Nullable Object object) {
    if (size == kinds.length) {
      grow();
    }
    kinds[size] = kind;
    numbers[3 * size] = a;
    numbers[3 * size + 1] = b;
    numbers[3 * size + 2] = c;
    objects[size++] = object;
  }

  private void grow() {
    if (size >= MOST) {
      throw new LimitException(
          "a regular expression keeps more than " + MOST + " ways open; expected fewer");
    }
    kinds = Arrays.copyOf(kinds, 2 * size);
    numbers = Arrays.copyOf(numbers, 6 * size);
    objects = Arrays.copyOf(objects, 2 * size);
  }

  /** Takes the last entry off; its parts can be read until the next push. */
  void pop() {
    size--;
  }

  /** The kind of the last entry that was taken off. */
  Kind kind() {
    return kinds[size];
  }

  int a() {
    return numbers[3 * size];
  }

  int b() {
    return numbers[3 * size + 1];
  }

  int c() {
    return numbers[3 * size + 2];
  }

  @Nullable Object object() {
    return objects[size];
  }

  /** Forgets the ways from an entry on, but not what is to be undone. */
  void keepUndoing(int base) {
    int kept = base;
    for (int i = base; i < size; i++) {
      if (kinds[i] == Kind.SLOT || kinds[i] == Kind.SLOTS) {
        kinds[kept] = kinds[i];
        System.arraycopy(numbers, 3 * i, numbers, 3 * kept, 3);
        objects[kept++] = objects[i];
      }
    }
    size = kept;
  }
}
