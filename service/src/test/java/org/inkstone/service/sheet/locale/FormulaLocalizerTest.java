package org.inkstone.service.sheet.locale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.ExprMapping;
import org.inkstone.service.sheet.formula.FormulaParser;
import org.inkstone.service.sheet.formula.FormulaPrinter;
import org.inkstone.service.sheet.formula.RandomFormulas;
import org.inkstone.service.sheet.function.FunctionCatalog;
import org.inkstone.service.sheet.function.FunctionInfo;
import org.inkstone.service.sheet.function.Product;
import org.junit.jupiter.api.Test;

class FormulaLocalizerTest {
  private static final List<Product> PRODUCTS = List.of(Product.values());
  private static final int TREES = 1_500;

  private static FormulaLocalizer excel(String tag) {
    return new FormulaLocalizer(FormulaLocale.find(tag).orElseThrow(), Product.EXCEL_365);
  }

  private static String localized(String tag, String formula) {
    return String.valueOf(excel(tag).localize(FormulaParser.parse(formula)).text());
  }

  @Test
  void writesNamesSeparatorsAndDecimals() {
    assertEquals("=SUMME(A1:A9;1,5)", localized("de", "=SUM(A1:A9,1.5)"));
    assertEquals("=WENN(A1>0;WAHR;\"a,b;c\")", localized("de-DE", "=IF(A1>0,TRUE,\"a,b;c\")"));
    assertEquals("=SOMME(A1:A9;1,5)", localized("fr-FR", "=SUM(A1:A9,1.5)"));
    assertEquals("=SUMA(A1;B1)", localized("es", "=SUM(A1,B1)"));
    assertEquals("=SE(A1;VERO;FALSO)", localized("it", "=IF(A1,TRUE,FALSE)"));
    assertEquals("=PROCV(A1;B:C;2;FALSO)", localized("pt-BR", "=VLOOKUP(A1,B:C,2,FALSE)"));
    assertEquals("=VERT.ZOEKEN(A1;B:C;2;ONWAAR)", localized("nl", "=VLOOKUP(A1,B:C,2,FALSE)"));
    assertEquals("=ORAZ(A1;PRAWDA)", localized("pl", "=AND(A1,TRUE)"));
    assertEquals("=ВПР(A1;B:C;2;ЛОЖЬ)", localized("ru", "=VLOOKUP(A1,B:C,2,FALSE)"));
    assertEquals("=SUM(A1:A9,1.5)", localized("ja", "=SUM(A1:A9,1.5)"));
    assertEquals("=SUM(A1:A9,1.5)", localized("zh-CN", "=SUM(A1:A9,1.5)"));
  }

  @Test
  void writesArraysAndErrors() {
    assertEquals("=SUMME({1,5.2;3.4})", localized("de", "=SUM({1.5,2;3,4})"));
    assertEquals("=SUMA({1,5\\2;3\\4})", localized("es", "=SUM({1.5,2;3,4})"));
    assertEquals("=СУММ({1,5;2:3;4})", localized("ru", "=SUM({1.5,2;3,4})"));
    assertEquals("=WENNFEHLER(#NV;#BEZUG!)", localized("de", "=IFERROR(#N/A,#REF!)"));
    assertEquals("=SI.ERROR(#¿NOMBRE?;1)", localized("es", "=IFERROR(#NAME?,1)"));
    assertEquals("=SE.ERRORE(#NOME?;1)", localized("it", "=IFERROR(#NAME?,1)"));
    assertEquals("=SIERREUR(#NOM?;#NOMBRE!)", localized("fr", "=IFERROR(#NAME?,#NUM!)"));
  }

  @Test
  void writesFormatCodesInTheLettersOfTheLocale() {
    assertEquals("=TEXT(A1;\"JJJJ-MM\")", localized("de", "=TEXT(A1,\"YYYY-MM\")"));
    assertEquals(
        "=TEXT(A1;\"jjjj-MM-tt hh:mm\")", localized("de", "=TEXT(A1,\"yyyy-mm-dd hh:mm\")"));
    assertEquals("=TEXTE(A1;\"aaaa-mm-jj\")", localized("fr", "=TEXT(A1,\"yyyy-mm-dd\")"));
    assertEquals(
        "=TEKST(A1;\"jjjj-mm-dd uu:mm\")", localized("nl", "=TEXT(A1,\"yyyy-mm-dd hh:mm\")"));
    assertEquals(
        "=TEKST(A1;\"rrrr-mm-dd gg:mm\")", localized("pl", "=TEXT(A1,\"yyyy-mm-dd hh:mm\")"));
    assertEquals("=ТЕКСТ(A1;\"гггг-мм-дд\")", localized("ru", "=TEXT(A1,\"yyyy-mm-dd\")"));
    assertEquals("=TESTO(A1;\"gg/mm/aaaa\")", localized("it", "=TEXT(A1,\"dd/mm/yyyy\")"));
    assertEquals("=TEXT(A1;\"#.##0,00\")", localized("de", "=TEXT(A1,\"#,##0.00\")"));
    assertEquals("=TEXT(A1;\"[hh]:mm:ss,0\")", localized("de", "=TEXT(A1,\"[hh]:mm:ss.0\")"));
    assertEquals("=TEXT(A1;\"TT.MM.JJJJ\")", localized("de", "=TEXT(A1,\"DD.MM.YYYY\")"));
    assertEquals("=TEXT(A1,\"G/通用格式\")", localized("zh-CN", "=TEXT(A1,\"General\")"));
    assertEquals("=TEXT(A1;\"0,0\"\" ymd\"\"\")", localized("de", "=TEXT(A1,\"0.0\"\" ymd\"\"\")"));
  }

  @Test
  void writesCriteriaAsTheProductReadsThem() {
    assertEquals("=ZÄHLENWENN(A:A;\">=1,5\")", localized("de", "=COUNTIF(A:A,\">=1.5\")"));
    assertEquals("=ZÄHLENWENN(A:A;\"WAHR\")", localized("de", "=COUNTIF(A:A,\"TRUE\")"));
    assertEquals(
        "=SUMMEWENNS(C:C;A:A;\"x.y\";B:B;\"<2,5\")",
        localized("de", "=SUMIFS(C:C,A:A,\"x.y\",B:B,\"<2.5\")"));
  }

  @Test
  void writesPartsOfTables() {
    assertEquals(
        "=SUMME(Orders[[#Kopfzeilen];[Amount]])",
        localized("de", "=SUM(Orders[[#Headers],[Amount]])"));
    assertEquals("=SUMME(Orders[#Ergebnisse])", localized("de", "=SUM(Orders[#Totals])"));
    assertEquals("=SUM(Orders[#汇总])", localized("zh-CN", "=SUM(Orders[#Totals])"));
    assertEquals("=Orders[@Amount]*2", localized("de", "=Orders[@Amount]*2"));
  }

  @Test
  void warnsWhereItIsNotCertain() {
    Localized computed = excel("de").localize(FormulaParser.parse("=TEXT(A1,B1)"));
    assertTrue(computed.remarks().getFirst().en().contains("computed"), computed::toString);
    Localized unknown = excel("pl").localize(FormulaParser.parse("=TAKE(A1:A9,2)"));
    assertTrue(unknown.remarks().getFirst().en().contains("not verified"), unknown::toString);
    Localized letters = excel("fr").localize(FormulaParser.parse("=TEXT(A1,\"aaaa\")"));
    assertTrue(letters.text() == null, letters::toString);
    assertEquals(List.of(), excel("de").localize(FormulaParser.parse("=SUM(A1)")).remarks());
  }

  @Test
  void knowsRegionsAndLeavesOutThoseWithOtherNumbers() {
    assertEquals("zh-TW", FormulaLocale.find("zh-Hant-HK").orElseThrow().tag());
    assertEquals("zh-CN", FormulaLocale.find("zh").orElseThrow().tag());
    assertEquals("de", FormulaLocale.find("de-AT").orElseThrow().tag());
    assertEquals("pt-BR", FormulaLocale.find("pt_BR").orElseThrow().tag());
    for (String tag : List.of("de-CH", "es-MX", "pt-PT", "sv", "")) {
      assertTrue(FormulaLocale.find(tag).isEmpty(), tag);
    }
  }

  @Test
  void libreOfficeHasItsOwnNames() {
    Expr expr = FormulaParser.parse("=OFFSET(A1,1,{1,2})&FORMULATEXT(A1)");
    FormulaLocale german = FormulaLocale.find("de").orElseThrow();
    assertEquals(
        "=VERSCHIEBUNG(A1;1;{1.2})&FORMEL(A1)",
        new FormulaLocalizer(german, Product.LIBREOFFICE).localize(expr).text());
    assertEquals(
        "=BEREICH.VERSCHIEBEN(A1;1;{1.2})&FORMELTEXT(A1)",
        new FormulaLocalizer(german, Product.EXCEL_365).localize(expr).text());
    assertEquals(
        "=OFFSET(A1,1,{1,2})&FORMULA(A1)",
        new FormulaLocalizer(FormulaLocale.ENGLISH, Product.LIBREOFFICE).localize(expr).text());
  }

  /** Read by LibreOffice 7.4.7 itself in these languages. */
  @Test
  void libreOfficeHasItsOwnFormatLettersAndTruthValues() {
    Expr date = FormulaParser.parse("=IF(TRUE,TEXT(A1,\"yyyy-mm-dd\"),TEXT(A1,\"General\"))");
    assertEquals(
        "=ЕСЛИ(ИСТИНА;ТЕКСТ(A1;\"yyyy-mm-dd\");ТЕКСТ(A1;\"General\"))", libreOffice("ru", date));
    assertEquals("=IF(참,TEXT(A1,\"yyyy-mm-dd\"),TEXT(A1,\"General\"))", libreOffice("ko", date));
    assertEquals("=TRUE()", libreOffice("ko", FormulaParser.parse("TRUE()")));
    assertEquals(
        "=ALS(WAAR;TEKST(A1;\"jjjj-mm-dd\");TEKST(A1;\"Standaard\"))", libreOffice("nl", date));
  }

  private static String libreOffice(String tag, Expr expr) {
    FormulaLocale locale = FormulaLocale.find(tag).orElseThrow();
    return String.valueOf(new FormulaLocalizer(locale, Product.LIBREOFFICE).localize(expr).text());
  }

  @Test
  void googleSheetsKeepsEnglishFormatLetters() {
    FormulaLocale french = FormulaLocale.find("fr").orElseThrow();
    assertEquals(
        "=TEXTE(A1;\"yyyy\")",
        new FormulaLocalizer(french, Product.GOOGLE_SHEETS)
            .localize(FormulaParser.parse("TEXT(A1,\"yyyy\")"))
            .text());
  }

  @Test
  void everyFunctionComesBackInEveryLocaleAndProduct() {
    for (FormulaLocale locale : FormulaLocale.all()) {
      for (Product product : PRODUCTS) {
        FormulaLocalizer localizer = new FormulaLocalizer(locale, product);
        Map<String, String> taken = new HashMap<>();
        for (FunctionInfo info : FunctionCatalog.standard().all()) {
          String name = localizer.name(info.name());
          String other = taken.put(name.toUpperCase(Locale.ROOT), info.name());
          assertEquals(null, other, locale.tag() + " " + product + ": " + name + " twice");
          Expr call = new Expr.Call(info.name(), List.of(new Expr.NumberLiteral(1.5)));
          Localized localized = localizer.localize(call);
          assertEquals(call, localizer.read(String.valueOf(localized.text())), localized::toString);
        }
      }
    }
  }

  @Test
  void generatedFormulasComeBackInEveryLocale() {
    for (FormulaLocale locale : FormulaLocale.all()) {
      for (Product product : List.of(Product.EXCEL_365, Product.LIBREOFFICE)) {
        FormulaLocalizer localizer = new FormulaLocalizer(locale, product);
        RandomFormulas formulas = new RandomFormulas(new SplittableRandom(5));
        for (int i = 0; i < TREES; i++) {
          Expr tree = withTexts(formulas.tree(4), i);
          if (FormulaPrinter.print(tree).length() < FormulaParser.MAX_LENGTH / 2) {
            Localized localized = localizer.localize(tree);
            assertTrue(
                localized.roundTrip(),
                () -> locale.tag() + localized + " of " + FormulaPrinter.print(tree));
            assertEquals(tree, localizer.read(String.valueOf(localized.text())));
          }
        }
      }
    }
  }

  private static final List<String> CODES =
      List.of(
          "YYYY-MM-DD", "#,##0.00", "0.0%", "D.M.YY", "\"d m\" 0", "General", "0.00E+00", "HH:SS");
  private static final List<String> CRITERIA =
      List.of(">1.5", "<>", "TRUE", "a.b", "1,234.5", "=x;y", "#N/A", "~*", "FALSCH", "<=3%");

  /** Number formats and criteria in the places where they are translated. */
  private static Expr withTexts(Expr tree, int seed) {
    Expr code = new Expr.TextLiteral(CODES.get(seed % CODES.size()));
    Expr criterion = new Expr.TextLiteral(CRITERIA.get(seed % CRITERIA.size()));
    return ExprMapping.map(
        tree,
        node ->
            node instanceof Expr.Call call && call.function().equals("TEXT")
                ? new Expr.Call("TEXT", List.of(new Expr.NumberLiteral(seed), code))
                : node instanceof Expr.Call call && call.function().equals("STDEV.S")
                    ? new Expr.Call("COUNTIF", List.of(new Expr.NameRef(null, "total"), criterion))
                    : node);
  }
}
