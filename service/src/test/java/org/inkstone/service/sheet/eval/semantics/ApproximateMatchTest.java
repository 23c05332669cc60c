package org.inkstone.service.sheet.eval.semantics;

import org.inkstone.service.sheet.eval.Check;
import org.junit.jupiter.api.Test;

/** What halving finds, in sorted and in unsorted data. */
class ApproximateMatchTest {
  @Test
  void sortedDataGiveTheLastNotGreater() {
    Check.formulas(
        """
        =MATCH(5,{1,3,5,7}) -> 3
        =MATCH(6,{1,3,5,7}) -> 3
        =MATCH(0,{1,3,5,7}) -> #N/A
        =MATCH(99,{1,3,5,7}) -> 4
        =MATCH(2,{1,2,2,2,3}) -> 4
        =VLOOKUP(6,{1,"a";5,"b";9,"c"},2) -> "b"
        =HLOOKUP(6,{1,5,9;"a","b","c"},2) -> "b"
        =LOOKUP(6,{1,5,9},{"a","b","c"}) -> "b"
        =LOOKUP(6,{1,"a";5,"b"}) -> "b"
        """);
  }

  @Test
  void unsortedDataAreHalvedAllTheSame() {
    Check.formulas(
        """
        =MATCH(2,{3,1,2}) -> 3
        =MATCH(3,{3,1,2}) -> 3
        =MATCH(1,{3,1,2}) -> 2
        =MATCH(5,{1,9,2,3}) -> 1
        =MATCH(3,{1,2,3,1,2,9,9}) -> 5
        =MATCH(4,{9,8,7,6,5,4,3}) -> #N/A
        =MATCH(7,{5,8,1,3,9,2,6}) -> 7
        =VLOOKUP(2,{3,"c";1,"a";2,"b"},2) -> "b"
        """);
  }

  @Test
  void anEqualValueInTheMiddleEndsTheSearch() {
    Check.formulas(
        """
        =MATCH(3,{1,3,3,2,9}) -> 3
        =MATCH(2,{2,1,2,1,1}) -> 3
        =MATCH(534,{"INTEGRAL";0;1;2;534;9999999999;-9999999999;-534;-2;-1}) -> 5
        =LOOKUP("DOUBLE",{"DOUBLE","BLANK","STRING","REF","AREA"},{1,2,3,4,5}) -> 1
        """);
  }

  @Test
  void xlookupHalvesOnlyInItsMode() {
    Check.formulas(
        """
        =XLOOKUP(3,{1;5;3;7},{"a";"b";"c";"d"}) -> "c"
        =XLOOKUP(5,{1;3;5;7},{"a";"b";"c";"d"},,0,2) -> "c"
        =XLOOKUP(4,{1;3;5;7},{"a";"b";"c";"d"},,1,2) -> "c"
        =XLOOKUP(4,{7;5;3;1},{"a";"b";"c";"d"},,-1,-2) -> "c"
        =XLOOKUP(46523,{9700;"x";"y";160726},{1;2;3;4},0,1,2) -> 2
        """);
  }

  @Test
  void valuesOfOtherTypesAreSteppedOver() {
    Check.on("1\n\"x\"\n5\n\n\"y\"\nTRUE")
        .all(
            """
            =MATCH(5,A1:A6) -> 3
            =MATCH(9,A1:A6) -> 3
            =MATCH("x",A1:A6) -> 2
            =MATCH("zz",A1:A6) -> 5
            =MATCH(TRUE,A1:A6) -> 6
            =LOOKUP(9.99E+307,A:A) -> 5
            =LOOKUP("座",A:A) -> "y"
            =MATCH(1E+306,A:A) -> 3
            """);
  }

  @Test
  void errorsAreSteppedOver() {
    Check.formulas(
        """
        =LOOKUP(2,1/{1,0,1,0},{"a","b","c","d"}) -> "c"
        =MATCH(2,{1,#N/A,2,#N/A}) -> 3
        """);
  }

  @Test
  void downwardDataGiveTheLastNotLess() {
    Check.formulas(
        """
        =MATCH(6,{9,7,5,1},-1) -> 2
        =MATCH(7,{9,7,5,1},-1) -> 2
        =MATCH(0,{9,7,5,1},-1) -> 4
        =MATCH(10,{9,7,5,1},-1) -> #N/A
        """);
  }

  @Test
  void anyPositiveMatchTypeMeansSorted() {
    Check.formulas(
        """
        =MATCH(6,{1,3,5,7},5) -> 3
        =MATCH(6,{1,3,5,7},TRUE) -> 3
        =VLOOKUP(6,{1,"a";5,"b"},2,1) -> "b"
        """);
  }

  @Test
  void textsAreOrderedWithoutCase() {
    Check.formulas(
        """
        =MATCH("B",{"a","b","c"}) -> 2
        =VLOOKUP("bz",{"a",1;"B",2;"c",3},2) -> 2
        """);
  }
}
