package org.inkstone.service.sheet.eval.semantics;

import java.util.List;
import java.util.Map;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.eval.Check;
import org.junit.jupiter.api.Test;

/** References to whole columns and rows of sparse sheets. */
class WholeColumnTest {
  private static final Check DATA =
      Check.on("3|\"a\"|10\n1|\"b\"|20\n|\"\"|\n2|\"a\"|40").at("XFD9");

  @Test
  void theyCountAllTheirCells() {
    DATA.all(
        """
        =ROWS(A:A) -> 1048576
        =COLUMNS(1:1) -> 16384
        =COUNTBLANK(A:A) -> 1048573
        =COUNTIF(A:A,"<>x") -> 1048576
        =COUNTIF(A:A,"") -> 1048573
        =COUNTA(A:C) -> 10
        =COUNT(1:2) -> 4
        """);
  }

  @Test
  void theyCostNoMoreThanTheirFilledCells() {
    DATA.all(
        """
        =SUM(A:A) -> 6
        =SUM(A:A,1:1) -> 19
        =SUM(A:C) -> 76
        =MAX(A:XFC) -> 40
        =AVERAGE(A:A) -> 2
        =SUMPRODUCT(A:A,C:C) -> 130
        =SUMPRODUCT((B:B="a")*C:C) -> 50
        =SUMIF(B:B,"a",C:C) -> 50
        =SUMIFS(C:C,B:B,"a",A:A,">2") -> 10
        =SUM((A:A>1)*1) -> 2
        =SUM(A:A*2) -> 12
        """);
  }

  @Test
  void theyAreLookedUpIn() {
    DATA.all(
        """
        =MATCH(2,A:A,0) -> 4
        =INDEX(C:C,MATCH("b",B:B,0)) -> 20
        =VLOOKUP(1,A:C,3,FALSE) -> 20
        =XLOOKUP("a",B:B,C:C,,0,-1) -> 40
        =LOOKUP(9.99E+307,C:C) -> 40
        =INDEX(A:A,1000000) -> 0
        =MEDIAN(A:A) -> 2
        =LARGE(C:C,2) -> 20
        """);
  }

  @Test
  void arraysOverThemEndWithTheData() {
    DATA.all(
        """
        =FILTER(A:A,B:B="a") -> {3;2}
        =UNIQUE(B1:B2) -> {"a";"b"}
        =SORT(FILTER(A:A,A:A<>"")) -> {1;2;3}
        =COUNTA(UNIQUE(FILTER(B:B,B:B<>""))) -> 2
        =TOCOL(A:A,1) -> {3;1;2}
        """);
  }

  @Test
  void theyMayBePartOfOtherReferences() {
    DATA.all(
        """
        =SUM(A:A 2:4) -> 3
        =SUM(INDEX(A:C,2,0)) -> 21
        =SUM(OFFSET(A:A,0,2)) -> 70
        =SUM(INDIRECT("C:C")) -> 70
        =ROWS(A:C) -> 1048576
        """);
  }

  @Test
  void whatIsFarApartCostsNoMoreThanWhatIsFilled() {
    Map<CellAddress, SheetCell> cells =
        Map.of(
            CellAddress.parse("XFD1048576"), SheetCell.of(Scalar.of(5)),
            CellAddress.parse("C7"), SheetCell.of(Scalar.of(2)),
            CellAddress.parse("D900000"), SheetCell.of(Scalar.of("")),
            CellAddress.parse("A3"), new SheetCell(Scalar.blank(), "SEQUENCE(4)", null));
    Check.on(new Sheet("S", cells, List.of()))
        .at("XFD1")
        .all(
            """
            =SUM(A:XFC) -> 12
            =SUM(A2:XFD1048576) -> 17
            =SUM(A:XFC,B:XFC,C:XFC) -> 16
            =COUNT(A:XFC) -> 5
            =COUNTA(A:XFC) -> 6
            =AVERAGE(2:1048576) -> 2.8333333333333
            =MAX(A:XFC) -> 4
            =PRODUCT(A:XFC) -> 48
            =STDEV(B2:XFD1048576) -> 2.1213203435596424
            =COUNTBLANK(A2:XFC1048576) -> 17178804220
            """);
  }
}
