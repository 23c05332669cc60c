package org.inkstone.service.sheet.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatKindTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "General ~ GENERAL",
        "0.00 ~ NUMBER",
        "#,##0;[Red]-#,##0 ~ NUMBER",
        "0 \"days\" ~ NUMBER",
        "0.0\\h ~ NUMBER",
        "0.00% ~ PERCENT",
        "$#,##0.00 ~ CURRENCY",
        "[$¥-804]#,##0.00 ~ CURRENCY",
        "_(* #,##0.00_);_(* (#,##0.00);_(* \"-\"??_);_(@_) ~ NUMBER",
        "_($* #,##0_);_($* (#,##0) ~ CURRENCY",
        "#,##0.00\"元\" ~ CURRENCY",
        "#,##0 [$€-407] ~ CURRENCY",
        "0.00E+00 ~ SCIENTIFIC",
        "# ?/? ~ FRACTION",
        "yyyy-mm-dd ~ DATE",
        "m/d/yyyy ~ DATE",
        "[$-409]mmmm d, yyyy;@ ~ DATE",
        "yyyy\"年\"m\"月\"d\"日\" ~ DATE",
        "mmm-yy ~ DATE",
        "yyyy-mm-dd hh:mm:ss ~ DATE_TIME",
        "h:mm AM/PM ~ TIME",
        "上午/下午h\"时\"mm\"分\" ~ TIME",
        "mm:ss ~ TIME",
        "[h]:mm:ss ~ DURATION",
        "@ ~ TEXT"
      })
  void knowsWhatFormatShows(String code, FormatKind kind) {
    assertEquals(kind, FormatKind.of(code));
  }

  @Test
  void findsCurrencies() {
    assertEquals("¥", FormatKind.currencyOf("[$¥-804]#,##0.00"));
    assertEquals("$", FormatKind.currencyOf("$#,##0"));
    assertEquals("元", FormatKind.currencyOf("#,##0.00\"元\""));
    assertNull(FormatKind.currencyOf("[$-409]#,##0"));
    assertNull(FormatKind.currencyOf(null));
  }

  @Test
  void knowsBuiltInFormats() {
    assertNull(BuiltInFormats.code(0));
    assertEquals("0.00%", BuiltInFormats.code(10));
    assertEquals(FormatKind.DATE, FormatKind.of(BuiltInFormats.code(14)));
    assertEquals(FormatKind.DATE_TIME, FormatKind.of(BuiltInFormats.code(22)));
    assertEquals(FormatKind.TEXT, FormatKind.of(BuiltInFormats.code(49)));
    for (int id : new int[] {27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58}) {
      assertEquals(FormatKind.DATE, FormatKind.of(BuiltInFormats.code(id)), "id " + id);
    }
    for (int id : new int[] {18, 19, 20, 21, 32, 33, 34, 35, 55, 56}) {
      assertEquals(FormatKind.TIME, FormatKind.of(BuiltInFormats.code(id)), "id " + id);
    }
  }
}
