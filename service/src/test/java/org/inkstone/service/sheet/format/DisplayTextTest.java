package org.inkstone.service.sheet.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayTextTest {
  private final DisplayText display = new DisplayText(DateSystem.FROM_1900);

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "1234.5 ~ General ~ 1234.5",
        "0.1 ~ General ~ 0.1",
        "1234.5 ~ #,##0.00 ~ 1,234.50",
        "-1234.5 ~ #,##0;(#,##0) ~ (1,235)",
        "0.125 ~ 0.0% ~ 12.5%",
        "1234.5 ~ $#,##0.00 ~ $1,234.50",
        "1234.5 ~ [$¥-804]#,##0.00 ~ ¥1,234.50",
        "46032 ~ yyyy-mm-dd ~ 2026-01-10",
        "46032 ~ m/d/yyyy ~ 1/10/2026",
        "46032 ~ yyyy\"年\"m\"月\"d\"日\" ~ 2026年1月10日",
        "46032.75 ~ yyyy-mm-dd hh:mm ~ 2026-01-10 18:00",
        "46032 ~ [$-409]dddd, mmmm d, yyyy ~ Saturday, January 10, 2026",
        "46032 ~ [$-804]yyyy/m/d aaaa ~ 2026/1/10 星期六",
        "46032 ~ mmm-yy ~ Jan-26",
        "46032.999999 ~ yyyy-mm-dd hh:mm:ss ~ 2026-01-11 00:00:00",
        "46032.5 ~ 上午/下午h\"时\"mm\"分\" ~ 下午12时00分",
        "0.0000462963 ~ mm:ss.00 ~ 00:04.00",
        "0.75 ~ h:mm AM/PM ~ 6:00 PM",
        "1.5 ~ [h]:mm ~ 36:00",
        "12.5 ~ 0.0\"万元\" ~ 12.5万元",
        "-5 ~ yyyy-mm-dd ~ -5"
      })
  void showsNumbersInTheirFormat(double value, String format, String shown) {
    assertEquals(shown, display.of(Scalar.of(value), format));
  }

  @Test
  void showsOtherValues() {
    assertEquals("", display.of(Scalar.blank(), null));
    assertEquals("TRUE", display.of(Scalar.of(true), null));
    assertEquals("#N/A", display.of(Scalar.of(ErrorCode.NA), "0.00"));
    assertEquals("钢笔", display.of(Scalar.of("钢笔"), "0.00"));
    assertEquals("0.3", DisplayText.plain(0.1 + 0.2));
    assertEquals("1E+100", DisplayText.plain(1e100));
    assertEquals("0", DisplayText.plain(-0.0));
  }

  @Test
  void convertsDatesOfBothSystems() {
    LocalDate day = LocalDate.of(2026, 1, 10);
    assertEquals(46032, SerialDate.of(day, DateSystem.FROM_1900));
    assertEquals(44570, SerialDate.of(day, DateSystem.FROM_1904));
    assertEquals(1, SerialDate.of(LocalDate.of(1900, 1, 1), DateSystem.FROM_1900));
    assertEquals(59, SerialDate.of(LocalDate.of(1900, 2, 28), DateSystem.FROM_1900));
    assertEquals(61, SerialDate.of(LocalDate.of(1900, 3, 1), DateSystem.FROM_1900));
    assertEquals(Optional.of(day), SerialDate.toDate(46032.9, DateSystem.FROM_1900));
    LocalDateTime moment = LocalDateTime.of(2026, 1, 10, 23, 59, 59);
    for (DateSystem system : DateSystem.values()) {
      assertEquals(
          Optional.of(moment), SerialDate.toDateTime(SerialDate.of(moment, system), system));
    }
    assertEquals(0.5, SerialDate.of(LocalTime.NOON));
    assertEquals(Optional.empty(), SerialDate.toDate(-1, DateSystem.FROM_1900));
    assertEquals(Optional.empty(), SerialDate.toDate(2_958_466, DateSystem.FROM_1900));
    assertEquals(Optional.empty(), SerialDate.toDateTime(Double.NaN, DateSystem.FROM_1900));
  }
}
