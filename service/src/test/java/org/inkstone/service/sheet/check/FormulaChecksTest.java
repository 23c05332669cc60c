package org.inkstone.service.sheet.check;

import static org.inkstone.service.sheet.check.Findings.shown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each check finds its mistake, and nothing where there is none. */
class FormulaChecksTest {
  private static final List<String> NOTHING = List.of();

  private static Findings orders() {
    return new Findings()
        .row("Order", "Region", "Units", "Amount")
        .row(1, "North", 4, 480)
        .row(2, "South", 6, 450)
        .row(3, "North", 3, 210)
        .row(4, "West", 2, 240)
        .row(5, "East", 7, 310)
        .row(6, "South", 5, 275);
  }

  private static Findings prices() {
    return new Findings()
        .row("Item", "Price")
        .row("pear", 3)
        .row("apple", 2)
        .row("plum", 5)
        .row("fig", 9);
  }

  @Test
  void ordinaryFormulasAreLeftAlone() {
    for (String formula :
        List.of(
            "SUM(D2:D7)",
            "SUMIFS(D2:D7,B2:B7,\"North\")",
            "SUM(D:D)",
            "COUNTIF(B:B,\"North\")",
            "VLOOKUP(3,A2:D7,4,FALSE)",
            "XLOOKUP(3,A2:A7,D2:D7)",
            "INDEX(D2:D7,MATCH(3,A2:A7,0))",
            "AVERAGE(D2:D7)/MAX(D2:D7)",
            "D2*C2",
            "SORT(UNIQUE(B2:B7))",
            "IF(D2>300,\"high\",\"low\")")) {
      assertEquals(NOTHING, orders().names(formula), formula);
    }
  }

  @Test
  void approximateMatchNeedsSortedKeys() {
    List<FormulaFinding> found = prices().of("VLOOKUP(\"apple\",A2:B5,2)");
    assertEquals("approximate_match_sorted", found.getFirst().check());
    assertEquals(
        "without its last argument VLOOKUP looks for the nearest key and needs ascending keys,"
            + " but A3 (\"apple\") follows A2 (\"pear\")",
        found.getFirst().wording().en());
    assertEquals(
        "省略最后一个参数时，VLOOKUP 是近似匹配，要求键按升序排列，但 A2（\"pear\"）之后是 A3（\"apple\"）",
        found.getFirst().wording().zh());
    assertEquals(List.of("Data!A3"), found.getFirst().cells());
    assertEquals(NOTHING, prices().names("VLOOKUP(\"apple\",A2:B5,2,FALSE)"));
    assertEquals(NOTHING, prices().names("VLOOKUP(\"apple\",A2:B5,2,)"));
  }

  @Test
  void theNearestMatchOfMatchXlookupAndLookupDiffer() {
    assertEquals(List.of("approximate_match_sorted"), prices().names("MATCH(4,B2:B5,1)"));
    assertEquals(NOTHING, orders().names("MATCH(4,A2:A7,1)"));
    assertEquals(List.of("approximate_match_sorted"), orders().names("MATCH(4,A2:A7,-1)"));
    assertEquals(NOTHING, prices().names("XLOOKUP(4,B2:B5,A2:A5,,-1)"), "searches every key");
    assertEquals(
        List.of("approximate_match_sorted"), prices().names("XLOOKUP(4,B2:B5,A2:A5,,0,2)"));
    assertEquals(List.of("approximate_match_sorted"), prices().names("LOOKUP(4,B2:B5,A2:A5)"));
  }

  @Test
  void aHeaderAboveSortedKeysIsSkippedAsTheSearchSkipsIt() {
    assertEquals(NOTHING, orders().names("VLOOKUP(3,A1:D7,4)"));
  }

  @Test
  void aRangeThatStopsShortOfItsTable() {
    List<FormulaFinding> found = orders().of("SUM(D2:D6)");
    assertEquals("range_complete", found.getFirst().check());
    assertEquals(
        "D2:D6 ends at row 6, but the data of the table go from row 2 to row 7: D7 is left out",
        found.getFirst().wording().en());
    assertEquals("D2:D6 只到第 6 行，而表中数据为第 2 至 7 行，漏掉了 D7", found.getFirst().wording().zh());
    assertEquals(List.of("range_complete"), orders().names("SUM(D3:D7)"));
  }

  @Test
  void aPartOfATableThatIsMeantIsLeftAlone() {
    assertEquals(NOTHING, orders().names("SUM(D2:D4)"), "half of the rows");
    assertEquals(NOTHING, orders().names("SUM(D$2:D6)", "E6", 1), "a running total");
    assertEquals(NOTHING, orders().names("SUM(D2:D6)", "E6", 1), "a subtotal beside its rows");
  }

  @Test
  void aHeaderThatIsCountedOrSummed() {
    assertEquals(List.of("header_left_out"), orders().names("COUNTA(B1:B7)"));
    assertEquals(List.of("header_left_out"), orders().names("UNIQUE(B1:B7)"));
    assertEquals(NOTHING, orders().names("SUM(D1:D7)"), "a text does not count");
    Findings years =
        new Findings()
            .row("Region", 2024, 2025)
            .row("North", 10, 20)
            .row("South", 30, 40)
            .row("West", 50, 60);
    assertEquals(List.of("header_left_out"), years.names("SUM(C1:C4)"));
    assertEquals(NOTHING, years.names("SUM(C2:C4)"));
  }

  private static Findings withTotals() {
    return new Findings()
        .row("Month", "Amount")
        .row("Jan", 10)
        .row("Feb", 20)
        .row("Q1", "=SUM(B2:B3)")
        .row("Apr", 40)
        .row("May", 50)
        .row("Q2", "=SUM(B5:B6)");
  }

  @Test
  void aTotalThatIsSummedOnceMore() {
    List<FormulaFinding> found = withTotals().of("SUM(B2:B7)");
    assertEquals(List.of("totals_left_out"), found.stream().map(FormulaFinding::check).toList());
    assertEquals(List.of("Data!B4", "Data!B7"), found.getFirst().cells());
    Findings total =
        new Findings().row("Item", "Amount").row("a", 1).row("b", 2).row("c", 3).row("Total", 6);
    assertEquals(List.of("totals_left_out"), total.names("SUM(B2:B5)"));
    assertEquals(List.of("totals_left_out"), total.names("AVERAGE(B:B)"));
  }

  @Test
  void aTotalThatDoesNotCountIsLeftAlone() {
    assertEquals(NOTHING, withTotals().names("SUM(B2:B7)/2"));
    assertEquals(NOTHING, withTotals().names("SUMIFS(B2:B7,A2:A7,\"Jan\")"));
    Findings subtotals =
        new Findings()
            .row("Month", "Amount")
            .row("Jan", 10)
            .row("Feb", 20)
            .row("Q1", "=SUBTOTAL(9,B2:B3)");
    assertEquals(NOTHING, subtotals.names("SUBTOTAL(9,B2:B4)"));
    assertEquals(List.of("totals_left_out"), subtotals.names("SUM(B2:B4)"));
  }

  @Test
  void rangesThatBeginInDifferentRows() {
    assertTrue(orders().names("INDEX(D2:D7,MATCH(3,A1:A7,0))").contains("ranges_aligned"));
    assertTrue(orders().names("SUMIF(B2:B7,\"North\",D3:D8)").contains("ranges_aligned"));
    assertEquals(NOTHING, orders().names("SUMIF(B2:B7,\"North\",D2:D7)"));
  }

  @Test
  void aKeyThatStandsInSeveralRows() {
    List<FormulaFinding> found = orders().of("VLOOKUP(\"North\",B2:D7,3,FALSE)");
    assertEquals("lookup_key_unique", found.getFirst().check());
    assertEquals(
        "\"North\" stands in 2 rows (B2, B4); VLOOKUP takes the first one, B2, and leaves the"
            + " others out",
        found.getFirst().wording().en());
    assertEquals(NOTHING, orders().names("VLOOKUP(\"West\",B2:D7,3,FALSE)"));
  }

  @Test
  void aNumberThatIsSoughtAmongTexts() {
    Findings codes = new Findings().row("Code", "Price").row("101", 3).row("102", 4).row("103", 5);
    assertEquals(List.of("lookup_key_unique"), codes.names("VLOOKUP(102,A2:B4,2,FALSE)"));
    assertEquals(NOTHING, codes.names("VLOOKUP(\"102\",A2:B4,2,FALSE)"));
  }

  @Test
  void aRangeThatMovesWhenItIsFilledDown() {
    List<FormulaFinding> found = orders().of("D2/SUM(D2:D7)", "F2", 6);
    assertEquals("anchored_for_fill_down", found.getFirst().check());
    assertEquals(
        "filled down, D2:D7 moves along: in row 3 it is D3:D8 and gives 0.303030303030303; held"
            + " as $D$2:$D$7 it gives 0.229007633587786",
        found.getFirst().wording().en());
    assertEquals(NOTHING, orders().names("D2/SUM($D$2:$D$7)", "F2", 6));
    assertEquals(NOTHING, orders().names("D2/SUM(D$2:D$7)", "F2", 6));
    assertEquals(NOTHING, orders().names("AVERAGE(D2:D4)", "F3", 3), "a window that shall move");
  }

  @Test
  void lookupTablesRanksAndRatesMoveToo() {
    assertTrue(
        orders()
            .names("VLOOKUP(A2,A2:D7,4,FALSE)+VLOOKUP(1,A2:D7,4,FALSE)", "F2", 6)
            .contains("anchored_for_fill_down"));
    assertEquals(List.of("anchored_for_fill_down"), orders().names("RANK(D2,D2:D7)", "F2", 6));
    Findings rate = orders().row().row("Rate", 0.07);
    assertTrue(rate.names("D2*B9", "F2", 6).contains("anchored_for_fill_down"));
    assertEquals(NOTHING, rate.names("D2*B$9", "F2", 6));
  }

  @Test
  void numbersStoredAsTextAreLeftOut() {
    Findings mixed =
        new Findings().row("Item", "Amount").row("a", 1).row("b", "12").row("c", 3).row("d", 4);
    List<FormulaFinding> found = mixed.of("SUM(B2:B5)");
    assertEquals(
        "1 number is stored as text (B3, the first is \"12\") and left out",
        found.getFirst().wording().en());
    assertEquals("1 个数字以文本形式存储（B3，例如 \"12\"），没有计入结果", found.getFirst().wording().zh());
    assertEquals(NOTHING, mixed.names("COUNTA(B2:B5)"));
    assertEquals(NOTHING, orders().names("SUM(A2:D7)"));
  }

  @Test
  void datesStoredAsTextAreInNoOrder() {
    Findings dates =
        new Findings()
            .row("Date", "Amount")
            .row(LocalDate.of(2026, 1, 5), 1)
            .row("2026-01-07", 2)
            .row(LocalDate.of(2026, 2, 5), 3);
    assertEquals(
        List.of("no_text_dates"), dates.names("SUMIFS(B2:B4,A2:A4,\">=\"&DATE(2026,1,1))"));
    assertEquals(List.of("no_text_dates"), dates.names("SUMPRODUCT((A2:A4>DATE(2026,1,1))*1)"));
    assertEquals(NOTHING, dates.names("SUM(B2:B4)"));
  }

  @Test
  void anErrorThatIsReadIsNamed() {
    Findings broken = new Findings().row("Item", "Amount").row("a", 1).row("b", "=1/0").row("c", 3);
    List<FormulaFinding> found = broken.of("SUM(B2:B4)");
    assertEquals(
        "the value is #DIV/0! because Data!B3 holds this error", found.getFirst().wording().en());
    assertEquals(NOTHING, broken.names("COUNT(B2:B4)"));
  }

  @Test
  void mergedCellsInAConditionAreBlank() {
    Findings merged =
        new Findings()
            .row("Region", "Amount")
            .row("North", 1)
            .row(null, 2)
            .row("South", 3)
            .row("West", 4)
            .merge("A2:A3");
    assertEquals(List.of("no_merged_cells"), merged.names("SUMIFS(B2:B5,A2:A5,\"North\")"));
    assertEquals(NOTHING, merged.names("SUM(B2:B5)"));
  }

  @Test
  void aFormulaThatReadsItself() {
    assertTrue(orders().names("SUM(D2:D8)", "D8", 1).contains("no_self_reference"));
    assertEquals(NOTHING, orders().names("SUM(D2:D7)", "D8", 1));
  }

  @Test
  void unitsThatDoNotGoTogether() {
    Findings parcels =
        new Findings()
            .row("Parcel", "Price (USD)", "Fee (EUR)", "Cost (USD)", "Share")
            .row("a", 10, 3, 5, shown(0.5, "0%"))
            .row("b", 20, 4, 6, shown(0.2, "0%"))
            .row("c", 30, 5, 7, shown(0.3, "0%"));
    List<FormulaFinding> found = parcels.of("B2+C2");
    assertEquals("units_agree", found.getFirst().check());
    assertEquals(
        "amounts in different units are put together: USD (Data!B2), EUR (Data!C2)",
        found.getFirst().wording().en());
    assertEquals(List.of("units_agree"), parcels.names("SUM(B2:C4)"));
    assertEquals(List.of("units_agree"), parcels.names("B2-E2"));
    assertEquals(NOTHING, parcels.names("B2-D2"));
    assertEquals(NOTHING, parcels.names("B2*(1-E2)"));
    assertEquals(NOTHING, parcels.names("B2*C2"));
  }

  @Test
  void unitsInsideOneColumn() {
    Findings weights =
        new Findings()
            .row("Item", "Weight", "货款")
            .row("a", "12 kg", shown(3, "\"¥\"0"))
            .row("b", "900 g", shown(4, "\"¥\"0"))
            .row("c", "7 kg", shown(5, "[$€-407]0"));
    assertEquals(List.of("units_agree"), weights.names("MAX(B2:B4)"));
    assertEquals(List.of("units_agree"), weights.names("SUM(C2:C4)"));
    Findings wan =
        new Findings()
            .row("地区", "收入（万元）", "成本（元）")
            .row("华东", 12, 90000)
            .row("华南", 15, 80000)
            .row("华北", 11, 70000);
    assertEquals(
        "把不同单位的数值放在一起计算：万元 (Data!B2)、元 (Data!C2)", wan.of("B2-C2").getFirst().wording().zh());
    Findings rates =
        new Findings()
            .row("Item", "Rate")
            .row("a", shown(0.05, "0%"))
            .row("b", 5.0)
            .row("c", shown(0.07, "0%"));
    assertEquals(List.of("units_agree"), rates.names("AVERAGE(B2:B4)"));
  }

  @Test
  void valuesThatStandInTheSheet() {
    Findings rate = orders().row().row("Tax rate", 0.0825);
    List<FormulaFinding> found = rate.of("SUM(D2:D7)*0.0825");
    assertEquals(
        "0.0825 is written into the formula, but stands in Data!B9 as \"Tax rate\": a reference"
            + " would follow when it changes",
        found.getFirst().wording().en());
    assertEquals(NOTHING, rate.names("SUM(D2:D7)*B9"));
    assertEquals(NOTHING, rate.names("SUM(D2:D7)*0.05"));
    assertEquals(NOTHING, rate.names("ROUND(SUM(D2:D7)/12,2)*100"));
    assertEquals(List.of("no_hard_coded_values"), orders().names("D2/1965"), "the column's sum");
  }
}
