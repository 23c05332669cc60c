package org.inkstone.service.sheet.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.eval.Check;
import org.junit.jupiter.api.Test;

/** Special functions against values that were computed with 30 digits (mpmath), to 1e-12. */
class AccuracyTest {
  private static final double CLOSE = 1e-12;

  @Test
  void besselAndErrorFunctionsAreRightToTwelveDigits() {
    check(
        """
        =BESSELJ(1.9,2) -> 0.32992572769238722
        =BESSELJ(0.1,0) -> 0.99750156206604003
        =BESSELJ(0.5,1) -> 0.24226845767487389
        =BESSELJ(5,3) -> 0.36483123061366699
        =BESSELJ(20,5) -> 0.15116976798239497
        =BESSELJ(10,10) -> 0.20748610663335886
        =BESSELJ(50,0) -> 0.055812327669251815
        =BESSELJ(50,1) -> -0.097511828125175138
        =BESSELJ(60,7) -> -0.0071266351474327106
        =BESSELJ(30,20) -> 0.0048310199934040645
        =BESSELJ(10,50) -> 1.7845136078715953e-30
        =BESSELJ(1000,0) -> 0.024786686152420175
        =BESSELJ(10000,3) -> -0.0036446119995921644
        =BESSELJ(900,40) -> -0.00098970131304776903
        =BESSELJ(29,2) -> 0.14832698568707131
        =BESSELY(2.5,1) -> 0.1459181379667858
        =BESSELY(0.1,0) -> -1.5342386513503668
        =BESSELY(1e-05,0) -> -7.4031602837019701
        =BESSELY(0.5,1) -> -1.4714723926702431
        =BESSELY(5,3) -> 0.14626716269319277
        =BESSELY(20,5) -> -0.10003576788953243
        =BESSELY(10,10) -> -0.35981415218340272
        =BESSELY(29,0) -> 0.0094811597218333569
        =BESSELY(29,1) -> 0.14803411911941652
        =BESSELY(50,0) -> -0.098064995470077079
        =BESSELY(60,7) -> -0.10311201709526646
        =BESSELY(30,20) -> -0.16848153948742677
        =BESSELY(1000,0) -> 0.0047159179776228134
        =BESSELI(1.5,1) -> 0.98166642857790759
        =BESSELI(0.1,0) -> 1.0025015629340956
        =BESSELI(5,3) -> 10.331150169151138
        =BESSELI(20,5) -> 23018392.213413671
        =BESSELI(10,10) -> 21.891706163723371
        =BESSELI(50,0) -> 2.9325537838493363e+20
        =BESSELI(700,0) -> 1.5295933476718737e+302
        =BESSELI(0.5,100) -> 6.672152410844657e-219
        =BESSELI(1e-08,2) -> 1.2500000000000001e-17
        =BESSELK(1.5,1) -> 0.27738780045684382
        =BESSELK(0.1,0) -> 2.4270690247020166
        =BESSELK(1e-05,0) -> 11.628856980944362
        =BESSELK(5,3) -> 0.0082917684152309322
        =BESSELK(20,5) -> 1.0538660139974233e-9
        =BESSELK(10,10) -> 0.00161425530039067
        =BESSELK(50,0) -> 3.4101677497894955e-23
        =BESSELK(700,0) -> 4.6697764316853769e-306
        =BESSELK(0.5,20) -> 6.6655498744171556e+28
        =ERF(0.745) -> 0.70792892009573768
        =ERF(1) -> 0.84270079294971487
        =ERF(1e-05) -> 1.1283791670579e-5
        =ERF(0.5) -> 0.52049987781304654
        =ERF(1.9999) -> 0.99532019790702939
        =ERF(2) -> 0.99532226501895273
        =ERF(2.0001) -> 0.99532433130419666
        =ERF(3) -> 0.99997790950300141
        =ERF(5) -> 0.99999999999846254
        =ERF(-1) -> -0.84270079294971487
        =ERFC(0.3) -> 0.67137324054087258
        =ERFC(0.5) -> 0.47950012218695346
        =ERFC(0.50001) -> 0.47949133440510342
        =ERFC(1) -> 0.15729920705028513
        =ERFC(1.9999) -> 0.0046798020929706083
        =ERFC(2) -> 0.0046777349810472658
        =ERFC(2.5) -> 0.00040695201744495894
        =ERFC(5) -> 1.5374597944280349e-12
        =ERFC(10) -> 2.0884875837625448e-45
        =ERFC(26) -> 5.6631924088561428e-296
        =ERFC(-1) -> 1.8427007929497149
        =ERFC(-3) -> 1.9999779095030014
        """);
  }

  private static void check(String table) {
    for (String line : table.lines().toList()) {
      int arrow = line.indexOf(" -> ");
      String formula = line.substring(0, arrow).strip();
      double expected = Double.parseDouble(line.substring(arrow + 4));
      assertEquals(expected, number(formula), Math.abs(expected) * CLOSE, formula);
    }
  }

  private static double number(String formula) {
    Scalar value = Check.on("").value(formula).scalar();
    return value instanceof Scalar.Num n ? n.value() : Double.NaN;
  }
}
