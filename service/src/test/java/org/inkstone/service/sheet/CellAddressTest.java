package org.inkstone.service.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellAddressTest {
  @ParameterizedTest
  @CsvSource({
    "A1,0,0",
    "$B$3,2,1",
    "b3,2,1",
    "Z10,9,25",
    "AA100,99,26",
    "XFD1048576,1048575,16383"
  })
  void readsAddresses(String a1, int row, int column) {
    assertEquals(new CellAddress(row, column), CellAddress.parse(a1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "A",
        "1",
        "$",
        "A0",
        "A01",
        "A1048577",
        "XFE1",
        "ABCD1",
        "A1B",
        "A 1",
        "A-1",
        "A1:B2",
        "A12345678",
        "AAAAAAAAAAAAAAAAA1",
        "金1",
        "A$",
        "$$A1"
      })
  void refusesWhatIsNoAddress(String a1) {
    assertThrows(IllegalArgumentException.class, () -> CellAddress.parse(a1));
  }
}
