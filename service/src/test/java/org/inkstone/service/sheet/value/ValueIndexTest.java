package org.inkstone.service.sheet.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.Scalar;
import org.junit.jupiter.api.Test;

class ValueIndexTest {
  private static final DateSystem DATES = DateSystem.FROM_1900;

  /** Values that are near each other, of all kinds. */
  private static final List<Scalar> VALUES =
      List.of(
          Scalar.of(0),
          Scalar.of(-0.0),
          Scalar.of(0.1 + 0.2),
          Scalar.of(0.3),
          Scalar.of(1),
          Scalar.of(1e15 + 1),
          Scalar.of(1e15 + 2),
          Scalar.of(123456789012345.67),
          Scalar.of(123456789012345.69),
          Scalar.of("1"),
          Scalar.of("0.30"),
          Scalar.of("a"),
          Scalar.of("A"),
          Scalar.of("ä"),
          Scalar.of("Ä"),
          Scalar.of("Σίσυφος"),
          Scalar.of("ΣΊΣΥΦΟΣ"),
          Scalar.of("ß"),
          Scalar.of("ẞ"),
          Scalar.of(""),
          Scalar.of("TRUE"),
          Scalar.of(true),
          Scalar.of(false),
          Scalar.of(ErrorCode.NA),
          Scalar.of("#N/A"),
          Scalar.of("一月"),
          Scalar.of("a*"),
          Scalar.of("=1"),
          Scalar.of(">1"),
          Scalar.blank());

  @Test
  void givesSameScalarsTheSameKeyAndOthersAnother() {
    for (Scalar a : VALUES) {
      for (Scalar b : VALUES) {
        boolean same = Compare.same(a, b);
        Object key = Compare.key(a);
        assertEquals(same, key != null && key.equals(Compare.key(b)), () -> a + " and " + b);
      }
    }
    assertNull(Compare.key(Scalar.of("İ")));
  }

  @Test
  void findsWhatAWalkFinds() {
    SplittableRandom random = new SplittableRandom(4);
    List<Scalar> column = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      column.add(VALUES.get(random.nextInt(VALUES.size())));
    }
    ValueIndex index = ValueIndex.of(ArrayValue.column(column), DATES);
    assertNotNull(index);
    int asked = 0;
    for (Scalar value : VALUES) {
      if (!(value instanceof Scalar.Blank)) {
        int[] same = places(column, i -> Compare.same(column.get(i), value));
        assertEquals(same[0], index.first(value));
        assertEquals(same[same.length - 1], index.last(value));
      }
      Criterion criterion = Criterion.of(value, DATES);
      int[] candidates = index.candidates(criterion);
      if (candidates != null) {
        asked++;
        int[] fulfilling = places(column, i -> criterion.test(column.get(i)));
        int[] found = IntStream.of(candidates).filter(i -> criterion.test(column.get(i))).toArray();
        assertArrayEquals(fulfilling, found, () -> "condition " + value);
      }
    }
    assertTrue(asked > 20, "conditions for one value: " + asked);
    assertEquals(-1, index.first(Scalar.of("nowhere")));
  }

  private static int[] places(List<Scalar> column, IntPredicate test) {
    return IntStream.range(0, column.size()).filter(test).toArray();
  }

  @Test
  void keepsNoTableOfATextThatIsLongerInLowerCase() {
    assertNull(
        ValueIndex.of(ArrayValue.column(List.of(Scalar.of("a"), Scalar.of("İzmir"))), DATES));
  }
}
