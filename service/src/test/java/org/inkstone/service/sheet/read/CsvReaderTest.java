package org.inkstone.service.sheet.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.SheetCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {
  private static Sheet read(byte[] content) {
    return new WorkbookReader(ReadLimits.usual())
        .read(content, "C:\\data\\订单.csv")
        .sheets()
        .getFirst();
  }

  private static Sheet read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static SheetCell typed(String field) {
    return read(field + "\tx\nx\tx\n").cell(0, 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE", "UTF-16"})
  void findsTheEncoding(String charset) {
    Sheet sheet = read("客户,金额\n张三,12.5\n李四,8\n".getBytes(Charset.forName(charset)));
    assertEquals(Scalar.of("客户"), sheet.cell(0, 0).value());
    assertEquals(Scalar.of(8), sheet.cell(2, 1).value());
    assertEquals("订单", sheet.name());
  }

  @Test
  void readsWesternTextAndByteOrderMark() {
    Sheet western = read("Résumé;Café\nÜber;12\n".getBytes(Charset.forName("windows-1252")));
    assertEquals(Scalar.of("Résumé"), western.cell(0, 0).value());
    assertEquals(Scalar.of("Über"), western.cell(1, 0).value());
    assertEquals(Scalar.of("a"), read("\uFEFFa,b\n1,2\n").cell(0, 0).value());
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void findsTheDelimiter(String delimiter) {
    Sheet sheet = read("a,b.c" + delimiter + "d\n1" + delimiter + "2\n\"x\"" + delimiter + "3");
    int last = delimiter.equals(",") ? 2 : 1;
    assertEquals(Scalar.of("d"), sheet.cell(0, last).value());
    assertEquals(Scalar.of(2), sheet.cell(1, 1).value());
    assertEquals(Scalar.of(3), sheet.cell(2, 1).value());
  }

  @Test
  void readsQuotedFields() {
    Sheet sheet = read("a,\"b,\"\"c\"\"\r\nd\",e\r\n\"unclosed,1\r\n\r\n2,,\"\"\r\n");
    assertEquals(Scalar.of("b,\"c\"\r\nd"), sheet.cell(0, 1).value());
    assertEquals(Scalar.of("e"), sheet.cell(0, 2).value());
    assertEquals(Scalar.of("\"unclosed"), sheet.cell(1, 0).value());
    assertEquals(Scalar.of(1), sheet.cell(1, 1).value());
    assertEquals(Scalar.of(2), sheet.cell(3, 0).value());
    assertEquals(Scalar.blank(), sheet.cell(3, 2).value());
    assertEquals(3 + 2 + 1, sheet.cells().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "12 ~ 12 ~",
        "-1.50 ~ -1.5 ~",
        ".5 ~ 0.5 ~",
        "12% ~ 0.12 ~ 0%",
        "12.5 % ~ 0.125 ~ 0.00%",
        "1,234,567 ~ 1234567 ~ #,##0",
        "$1,200.50 ~ 1200.5 ~ $#,##0.00",
        "-¥30 ~ -30 ~ ¥#,##0.00",
        "(45) ~ -45 ~",
        "1e3 ~ 1000 ~ 0.00E+00",
        "2026-01-10 ~ 46032 ~ yyyy-mm-dd",
        "2026/1/10 ~ 46032 ~ yyyy/m/d",
        "2026年1月10日 ~ 46032 ~ yyyy\"年\"m\"月\"d\"日\"",
        "2026-01-10 12:00 ~ 46032.5 ~ yyyy-mm-dd hh:mm",
        "2026-01-10T06:00:00 ~ 46032.25 ~ yyyy-mm-dd hh:mm:ss",
        "6:00 PM ~ 0.75 ~ h:mm AM/PM",
        "18:00:00 ~ 0.75 ~ hh:mm:ss"
      })
  void makesNumbersOfWhatSpreadsheetsDo(String field, double value, String format) {
    SheetCell cell = typed(field);
    assertEquals(Scalar.of(value), cell.value());
    assertEquals(format, cell.format());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "007",
        "110101199003078515",
        "1,23",
        "2026-02-30",
        "2026-13-01",
        "25:00",
        "12 kg",
        "-",
        ".",
        "1.2.3",
        "=1+1",
        "+A1",
        "@SUM(A1)",
        "NaN",
        "Infinity",
        "1e999",
        "--5",
        "0x1F",
        "5d"
      })
  void keepsTextThatIsNoNumberOrWouldLoseDigits(String field) {
    assertEquals(Scalar.of(field), typed(field).value());
    assertNull(typed(field).formula());
  }

  @Test
  void readsBooleansErrorsAndStraySpaces() {
    assertEquals(Scalar.of(true), typed("TRUE").value());
    assertEquals(Scalar.of(false), typed("false").value());
    assertEquals(Scalar.of(ErrorCode.NA), typed("#N/A").value());
    assertEquals(Scalar.of(" Ann "), typed(" Ann ").value());
    assertEquals(Scalar.of(3), typed(" 3 ").value());
    assertEquals(Scalar.of("  "), typed("  ").value());
  }

  @Test
  void refusesBytesThatAreNoText() {
    byte[] noise = new byte[4096];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (byte) (i * 37 % 256);
    }
    SheetReadException refusal = assertThrows(SheetReadException.class, () -> read(noise));
    assertEquals(SheetReadException.Kind.UNSUPPORTED_FORMAT, refusal.kind());
  }

  @Test
  void takesManyQuotesInLinearTime() {
    String text = "\"a\",".repeat(16_000) + "\n" + "\"".repeat(100_001);
    ReadLimits limits = ReadLimits.usual().with(ReadLimit.TEXT_LENGTH, 200_000);
    Sheet sheet =
        new WorkbookReader(limits)
            .read(text.getBytes(StandardCharsets.UTF_8), null)
            .sheets()
            .getFirst();
    assertEquals("Sheet1", sheet.name());
    assertEquals(16_001, sheet.cells().size());
  }
}
