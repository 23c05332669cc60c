package org.inkstone.service.task.formula;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.inkstone.sdk.model.Cell;
import org.inkstone.sdk.model.SheetContext;
import org.junit.jupiter.api.Test;

/** What tells a wrong answer over an unknown table from a right one. */
class MatchChecksTest {
  private static final List<List<Cell>> ROWS =
      List.of(
          row("Province", "Language", "Capital", "Visited", "Year", "Guests"),
          row("Kunduz", "Dari, Pashto", "Kunduz City", "", 2001, 40),
          row("Nimruz", "Pashto", "Zaranj", "Kabul", 2004, 70),
          row("Herat North", "Dari", "Kabul", "", 2004, 70),
          row("Herat South", "Pashto", "Charasia", "Zaranj", 2008, 15));

  private final FormulaVerifier verifier = new FormulaVerifier(new Calculator(SamplesTest.CLOCK));

  private static List<Cell> row(Object... values) {
    return Arrays.stream(values)
        .map(v ->
            v instanceof Integer n
                ? Cell.of(n.doubleValue())
                : v.toString().isEmpty() ? Cell.blank() : Cell.of(v.toString()))
        .toList();
  }

  private boolean fails(String check, String request, String formula) {
    Sample sample =
        new Sample(
            "t",
            "en",
            "t",
            request,
            List.of(SheetContext.of("Trips", ROWS)),
            null,
            false,
            null,
            null,
            null,
            null,
            null,
            List.of());
    return verifier
        .examine(VerifierTest.question(sample), new Candidate(formula, 0, "test"))
        .verdict()
        .findings()
        .stream()
        .anyMatch(f -> f.check().equals(check) && !f.passed());
  }

  @Test
  void doubtsAPartOfAValueThatOtherCellsHoldToo() {
    assertTrue(fails("whole_values", "guests of Herat", "=SUMIFS(F2:F5,A2:A5,\"Herat North\")"));
    assertTrue(fails("whole_values", "how many speak Pashto", "=COUNTIFS(B2:B5,\"Pashto\")"));
    assertFalse(fails("whole_values", "guests of Nimruz", "=SUMIFS(F2:F5,A2:A5,\"Nimruz\")"));
  }

  @Test
  void doubtsACountOfOneNameAndACountOfNothing() {
    assertTrue(
        fails("counted_rows", "how many guests did Nimruz have", "=COUNTIFS(A2:A5,\"Nimruz\")"));
    assertTrue(fails("counted_rows", "how many had over 99 guests", "=COUNTIFS(F2:F5,\">99\")"));
    assertFalse(fails("counted_rows", "how many rows are of 2004", "=COUNTIFS(E2:E5,2004)"));
  }

  @Test
  void doubtsOneOfSeveralColumnsThatHoldTheValue() {
    assertTrue(fails("value_column", "guests where Zaranj", "=SUMIFS(F2:F5,C2:C5,\"Zaranj\")"));
    assertFalse(
        fails("value_column", "guests where capital is Zaranj", "=SUMIFS(F2:F5,C2:C5,\"Zaranj\")"));
  }

  @Test
  void doubtsFilledCellsWhereBlankOnesAreAskedFor() {
    assertTrue(
        fails("blank_or_filled", "how many have no visited", "=SUMPRODUCT(--(D2:D5<>\"\"))"));
    assertFalse(fails("blank_or_filled", "how many have no visited", "=COUNTBLANK(D2:D5)"));
  }

  @Test
  void doubtsAnotherColumnThanTheOneAskedFor() {
    assertTrue(
        fails(
            "result_asked",
            "which year had the most guests",
            "=INDEX(A2:A5,MATCH(MAX(F2:F5),F2:F5,0))"));
    assertFalse(
        fails(
            "result_asked",
            "which province had the most guests",
            "=INDEX(A2:A5,MATCH(MAX(F2:F5),F2:F5,0))"));
  }

  @Test
  void doubtsALookupThatLeavesAChoice() {
    assertTrue(
        fails(
            "one_row_matches",
            "which province had the most guests",
            "=INDEX(A2:A5,MATCH(MAX(F2:F5),F2:F5,0))"));
    assertFalse(
        fails(
            "one_row_matches",
            "which province had the fewest guests",
            "=INDEX(A2:A5,MATCH(MIN(F2:F5),F2:F5,0))"));
  }
}
