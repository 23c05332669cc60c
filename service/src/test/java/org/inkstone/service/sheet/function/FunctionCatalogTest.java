package org.inkstone.service.sheet.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FunctionCatalogTest {
  private static final FunctionCatalog CATALOG = FunctionCatalog.standard();

  @Test
  void documentsEveryFunctionInBothLanguages() {
    for (FunctionInfo info : CATALOG.all()) {
      assertTrue(info.name().matches("[A-Z][A-Z0-9.]*"), info.name());
      assertTrue(info.en().endsWith("."), info.name());
      assertTrue(info.zh().endsWith("。"), info.name());
      assertTrue(info.zh().codePoints().anyMatch(c -> c > 0x4e00), info.name());
    }
  }

  @Test
  void printsSignatures() {
    assertEquals("LOG(number, [base])", signature("LOG"));
    assertEquals("SUM(numbers, ...)", signature("SUM"));
    assertEquals(
        "XLOOKUP(lookup_value, lookup_array, return_array, [if_not_found], [match_mode],"
            + " [search_mode])",
        signature("XLOOKUP"));
  }

  private static String signature(String name) {
    return CATALOG.find(name).orElseThrow().signature();
  }

  @Test
  void knowsVersions() {
    FunctionInfo xlookup = CATALOG.find("xlookup").orElseThrow();
    assertFalse(xlookup.isIn(Product.EXCEL_2019));
    assertTrue(xlookup.isIn(Product.EXCEL_2021));
    assertTrue(CATALOG.find("STDEV").orElseThrow().isIn(Product.EXCEL_2016));
    assertFalse(CATALOG.find("TAKE").orElseThrow().isIn(Product.GOOGLE_SHEETS));
  }

  @Test
  void refusesWhatReachesOutside() {
    for (String name :
        List.of("WEBSERVICE", "DDE", "CUBEVALUE", "RTD", "IMAGE", "CALL", "REGISTER")) {
      FunctionInfo info = CATALOG.find(name).orElseThrow();
      assertFalse(info.computed(), name);
      assertFalse(String.valueOf(info.refusal()).isBlank(), name);
      assertFalse(CATALOG.isCallable(name), name);
    }
  }

  @Test
  void refusesWhatExcelDoesNotPublish() {
    FunctionInfo forecast = CATALOG.find("FORECAST.ETS").orElseThrow();
    assertFalse(forecast.computed());
    assertTrue(String.valueOf(forecast.refusal()).contains("publish"));
    assertEquals(
        "FORECAST.ETS(target_date, values, timeline, [seasonality], [data_completion],"
            + " [aggregation])",
        forecast.signature());
  }

  @Test
  void computesAtLeastTwoHundredAndFifty() {
    long computed = CATALOG.all().stream().filter(FunctionInfo::computed).count();
    assertTrue(computed >= 250, () -> computed + " functions");
  }

  /** A function that no table of expected values calls is not finished. */
  @Test
  void everyFunctionIsCalledByATest() throws IOException {
    String tests = sources(Path.of("src/test/java/org/inkstone/service/sheet"));
    List<String> untested =
        CATALOG.all().stream()
            .filter(FunctionInfo::computed)
            .map(FunctionInfo::name)
            .filter(name -> !isCalled(name, tests))
            .toList();
    assertEquals(List.of(), untested);
  }

  private static boolean isCalled(String name, String tests) {
    return Pattern.compile("(?<![A-Z.])" + Pattern.quote(name + "(")).matcher(tests).find();
  }

  private static String sources(Path folder) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      files.filter(f -> f.toString().endsWith(".java")).forEach(f -> all.append(read(f)));
    }
    return all.toString();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
