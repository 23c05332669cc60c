package org.inkstone.service.sheet.eval;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.poi.ss.formula.eval.NotImplementedException;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.Workbook;
import org.junit.jupiter.api.Test;

/**
 * Generated formulas over generated data give what POI gives, where POI is right. Left out because
 * Excel's documentation says otherwise than POI: RANK of an absent number (#N/A), LOG to base 1
 * (#DIV/0!), CODE (a number, not a text), ROMAN without its second argument.
 */
class PoiAgreementTest {
  private static final int ROWS = 12;
  private static final int FORMULAS = 400;
  private static final double CLOSE = 1e-9;

  /** X is a scalar, R a range of numbers, V a column, T a text, K a small number. */
  private static final List<String> PATTERNS =
      List.of(
          "X+X*X",
          "X-X/X",
          "X^K",
          "-X%",
          "X&T",
          "X>X",
          "T<=T",
          "T=X",
          "SUM(R,X)",
          "AVERAGE(R)",
          "COUNT(R,T)",
          "COUNTA(R)",
          "MAX(R,X)",
          "MIN(R)",
          "MEDIAN(R)",
          "STDEV(R)",
          "VAR(R)",
          "LARGE(R,K)",
          "SMALL(R,K)",
          "RANK(A5,A1:A12)",
          "PRODUCT(V)",
          "SUMSQ(R)",
          "ROUND(X,K)",
          "ROUNDUP(X,K)",
          "ROUNDDOWN(X,K)",
          "INT(X)",
          "MOD(X,K)",
          "TRUNC(X,1)",
          "CEILING(X,K)",
          "FLOOR(X,K)",
          "ABS(X)",
          "SIGN(X)",
          "SQRT(X)",
          "EXP(K)",
          "LN(X)",
          "LOG(X,K+1)",
          "FACT(K)",
          "COMBIN(9,K)",
          "SIN(X)",
          "ATAN2(X,X)",
          "DEGREES(X)",
          "IF(X>X,T,X)",
          "AND(X>X,X)",
          "OR(X>X,X<K)",
          "NOT(X)",
          "IFERROR(X/0,T)",
          "LEFT(T,K)",
          "RIGHT(T,K)",
          "MID(T,K,2)",
          "LEN(T)",
          "UPPER(T)",
          "LOWER(T)",
          "PROPER(T)",
          "TRIM(T)",
          "REPT(T,K)",
          "FIND(\"a\",T)",
          "SEARCH(\"A\",T)",
          "SUBSTITUTE(T,\"a\",\"b\")",
          "REPLACE(T,K,1,\"z\")",
          "EXACT(T,T)",
          "CONCATENATE(T,X,T)",
          "T(T)",
          "VALUE(K)",
          "DATE(2020,K,K)",
          "YEAR(41000+K)",
          "MONTH(41000+K)",
          "DAY(41000+K)",
          "WEEKDAY(41000+K,2)",
          "EDATE(41000,K)",
          "EOMONTH(41000,K)",
          "HOUR(X/100)",
          "MINUTE(ABS(X)/100)",
          "DAYS360(41000,41000+X*9)",
          "COUNTIF(V,\">\"&X)",
          "COUNTIF(V,X)",
          "SUMIF(V,\"<\"&X)",
          "SUMIFS(V,V,\">\"&X)",
          "COUNTIFS(V,\">=\"&X,V,\"<>\"&K)",
          "AVERAGEIF(V,\">\"&X)",
          "VLOOKUP(X,R,1,FALSE)",
          "MATCH(X,V,0)",
          "INDEX(R,K,1)",
          "CHOOSE(K,X,T,X,X,X,X)",
          "ROW(R)",
          "COLUMNS(R)",
          "ISNUMBER(T)",
          "ISTEXT(T)",
          "ISERROR(X/0)",
          "N(X)",
          "TYPE(T)",
          "PMT(K/100,9,X)",
          "FV(K/100,9,X)",
          "PV(K/100,9,X)",
          "NPV(K/100,R)",
          "SLN(X,K,9)",
          "PERCENTILE(R,0.3)",
          "QUARTILE(R,2)",
          "DEVSQ(R)",
          "AVEDEV(R)",
          "GCD(K,12)",
          "LCM(K,12)",
          "QUOTIENT(X,K)",
          "EVEN(X)",
          "ODD(X)",
          "SUMPRODUCT(V,V)",
          "SLOPE(V,V)",
          "CORREL(V,V)",
          "SUBTOTAL(9,R)",
          "FIXED(X,K)",
          "TEXT(X,\"0.00\")",
          "ADDRESS(K,K)");

  private final SplittableRandom random = new SplittableRandom(41);

  @Test
  void agreesWithPoi() throws IOException {
    Map<CellAddress, SheetCell> cells = new HashMap<>();
    List<String> differences = new ArrayList<>();
    int compared = 0;
    try (XSSFWorkbook file = new XSSFWorkbook()) {
      XSSFSheet sheet = file.createSheet("Sheet1");
      fill(sheet, cells);
      FormulaEvaluator poi = file.getCreationHelper().createFormulaEvaluator();
      EvaluationContext context =
          EvaluationContext.of(
              Workbook.of(new Sheet("Sheet1", cells, List.of())),
              "Sheet1",
              CellAddress.parse("Z50"),
              Check.CLOCK,
              new SplittableRandom(1));
      XSSFCell cell = sheet.createRow(49).createCell(25);
      for (int i = 0; i < FORMULAS; i++) {
        String formula = filledIn(PATTERNS.get(i % PATTERNS.size()));
        cell.setCellFormula(formula);
        poi.notifySetFormula(cell);
        String theirs = theirs(poi, cell);
        String ours =
            Check.shown(
                new org.inkstone.service.sheet.eval.FormulaEvaluator().evaluate(formula, context));
        compared += theirs.isEmpty() ? 0 : 1;
        if (!theirs.isEmpty() && !same(ours, theirs)) {
          differences.add(formula + ": " + ours + ", POI " + theirs);
        }
      }
    }
    int count = compared;
    assertTrue(count >= FORMULAS * 95 / 100, () -> "POI computes only " + count);
    assertTrue(differences.isEmpty(), () -> String.join("\n", differences));
  }

  private void fill(XSSFSheet sheet, Map<CellAddress, SheetCell> cells) {
    for (int r = 0; r < ROWS; r++) {
      Row row = sheet.createRow(r);
      for (int c = 0; c < 3; c++) {
        double number = random.nextInt(-200, 800) / 8.0;
        row.createCell(c).setCellValue(number);
        cells.put(new CellAddress(r, c), SheetCell.of(Scalar.of(number)));
      }
      String text = List.of("Alpha", "beta gamma", "a", "ink stone ", "PEN").get(r % 5);
      row.createCell(3).setCellValue(text);
      cells.put(new CellAddress(r, 3), SheetCell.of(Scalar.of(text)));
    }
  }

  private String filledIn(String pattern) {
    StringBuilder formula = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      boolean alone =
          (i == 0 || !isWord(pattern.charAt(i - 1)))
              && (i + 1 == pattern.length()
                  || !isWord(pattern.charAt(i + 1)) && pattern.charAt(i + 1) != '(');
      formula.append(alone ? operand(c) : String.valueOf(c));
    }
    return formula.toString();
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '"';
  }

  private String operand(char kind) {
    int row = 1 + random.nextInt(ROWS);
    String column = String.valueOf((char) ('A' + random.nextInt(3)));
    return switch (kind) {
      case 'X' -> random.nextBoolean() ? column + row : String.valueOf(random.nextInt(1, 99) / 4.0);
      case 'R' -> "A" + row + ":C" + ROWS;
      case 'V' -> column + "1:" + column + ROWS;
      case 'T' -> "D" + row;
      case 'K' -> String.valueOf(1 + random.nextInt(5));
      default -> String.valueOf(kind);
    };
  }

  /** Nothing for a function that POI lacks. */
  private static String theirs(FormulaEvaluator poi, XSSFCell cell) {
    try {
      return shown(poi.evaluate(cell));
    } catch (NotImplementedException e) {
      return "";
    }
  }

  private static String shown(CellValue value) {
    return switch (value.getCellType()) {
      case NUMERIC -> Double.toString(value.getNumberValue());
      case STRING -> '"' + value.getStringValue() + '"';
      case BOOLEAN -> value.getBooleanValue() ? "TRUE" : "FALSE";
      case ERROR -> FormulaError.forInt(value.getErrorValue()).getString();
      default -> "0.0";
    };
  }

  private static boolean same(String ours, String theirs) {
    String first = ours.startsWith("{") ? ours.substring(1).split("[,;}]", -1)[0] : ours;
    if (first.equals(theirs)) {
      return true;
    }
    try {
      double a = Double.parseDouble(first);
      double b = Double.parseDouble(theirs);
      return Math.abs(a - b) <= CLOSE * Math.max(1e-3, Math.max(Math.abs(a), Math.abs(b)));
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
