package org.inkstone.service.sheet.proof;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** What may stand for a kind of argument in a generated formula: literals and references. */
final class Holes {
  /** Kinds that are one of some texts, taken as they are. */
  private static final Map<String, List<String>> CHOICES =
      Map.ofEntries(
          of("bool", "TRUE FALSE 1 0"),
          of("op", "+ - * / &"),
          of("compare", "= <> < <= > >="),
          of("one", "1"),
          of("two", "2"),
          of("pointnine", "0.9"),
          of("pointone", "0.1"),
          of("small", "0 1 2 3 4 5 6"),
          of("small1", "1 2 3 4 5 6 7"),
          of("smallint", "1 2 3 -1 -2"),
          of("places", "2 4 8 10"),
          of("digits", "-3 -2 -1 0 1 2 3 5"),
          of("quart", "0 1 2 3 4 0.5 5"),
          of("basis", "0 1 2 3 4 5"),
          of("freq", "1 2 4"),
          of("tails", "1 2"),
          of("type01", "0 1"),
          of("matchtype", "-1 0 1"),
          of("matchmode", "-1 0 1 2"),
          of("searchmode", "1 -1 2 -2"),
          of("sortorder", "1 -1"),
          of("abs", "1 2 3 4"),
          of("weekend", "1 2 3 7 11 17 \"0000011\" \"1000001\" \"0101010\" 0 8"),
          of("weektype", "1 2 3 11 12 16 17 21 4"),
          of("hour", "0 7 12 23 25 -1"),
          of("minute", "0 15 59 61 -5"),
          of("second", "0 30 59 90"),
          of("year", "1900 1999 2000 2024 2026 24 0 9999"),
          of("months", "-25 -3 -1 0 1 2 5 12 40"),
          of("rate", "0.005 0.01 0.05 0.08 0.125"),
          of("term", "4 8 12 24 60"),
          of("money", "-1000 -250 0 300 5000"),
          of("price", "95 99.5 100 104.25 1000"),
          of("prob", "0.01 0.1 0.25 0.5 0.75 0.9 0.99"),
          of("sig", "-2 -0.5 0 0.1 0.25 1 2 3 7"),
          of("radix", "2 3 8 10 16 36"),
          of("formno", "0 1 2 3 4 TRUE"),
          of("subtotalno", "1 2 3 4 5 6 7 8 9 10 11 101 109"),
          of("subtotal1", "1 2 3 4 5 6 7 8 9 10 11 12 13"),
          of("aggregatearray", "14 15"),
          of("aggregateopt", "0 2 4 6 7"),
          of("datedifunit", "\"Y\" \"M\" \"D\" \"MD\" \"YM\" \"YD\" \"y\" \"x\""),
          of("date0", "DATE(2021,3,15) DATE(2020,2,29) DATE(2022,8,31) 44000"),
          of("date1", "DATE(2022,9,15) DATE(2023,3,31) 45000"),
          of("date9", "DATE(2027,9,15) DATE(2028,2,29) DATE(2026,8,31) 46800"),
          of("datetext", "\"2024-02-29\" \"3/15/2023\" \"1-Jan-2020\" \"2024/12/31\" \"no\""),
          of("timetext", "\"10:30\" \"1:05:07 PM\" \"23:59:59\" \"25:00\" \"no\""),
          of("letter", "\"a\" \"e\" \"A\" \"京\" \"果\" \" \" \"zz\" \"or\" \"\""),
          of("wildletter", "\"a*\" \"?e\" \"~*\" \"~?\" \"北?\" \"o\""),
          of("wildcard", "\"a*\" \"*a\" \"?orth\" \"*京*\" \"苹果*\" \"x~*y\" \"why~?\""),
          of("delim", "\",\" \" \" \"-\" \"\" \"，\" \"|\""),
          of("point", "\".\" \",\""),
          of("comma", "\",\" \".\" \" \""),
          of("charcode", "65 97 33 122 126 48"),
          of("complex", "\"3+4i\" \"1-i\" \"-2.5i\" \"i\" \"5\" 7 \"2+j\" \"0.5-1.25i\" \"x\""),
          of("imaginary", "\"i\" \"j\""),
          of("hex", "\"1F\" \"A5\" \"FFFFFFFFFF\" \"7b\" 12 \"G1\""),
          of("oct", "17 \"777\" \"7777777777\" 52 9"),
          of("bin", "1011 \"1111111111\" 110 \"0101\" 12"),
          of("roman", "\"XIV\" \"mcmxcix\" \"IIX\" \"\" \"ABC\""),
          of("unit", "\"m\" \"kg\" \"C\" \"F\" \"K\" \"hr\" \"mi\" \"lbm\" \"J\" \"cal\" \"l\""),
          of("lengthunit", "\"m\" \"km\" \"in\" \"ft\" \"yd\" \"mi\" \"Nmi\" \"cm\""),
          of("arraynum", "{1,5,9} {10;20;30} {-50,0,50,100}"),
          of("anyerror", "#N/A #DIV/0! #VALUE! #NUM! 1/0 #REF! #NAME?"),
          of("numtextcell", "K3 K7 H2 H9 K12"),
          of("cashflow", "{-1000,300,420,680} {-500;200;200;200;50} {100,-300,250}"),
          of("cashflow5", "{-1000,300,420,380,90}"),
          of("dates5", "{43831,44000,44200,44500,45000} {43831,44196,44561,44926,45291}"),
          of(
              "pattern",
              "\"[a-z]+\" \"\\\\d+\" \"^.\" \"a|e\" \"[A-Z]\" \"京|果\" \"(o)(r)\" \"\\\\s\""),
          of("xdist", "0 0.1 0.5 1 1.25 2 3 4.5 -0.75 -2 10 25"),
          of("pos1", "0.5 1 2 3.5 10"),
          of("one0", "0 -1"),
          of("ttype", "1 2 3"),
          of("fraction", "2 4 8 16 32"),
          of("rates", "{0.05,0.1} {0.09,0.11,0.1} L1:L5"),
          of("infotype", "\"row\" \"col\" \"address\" \"type\" \"contents\""),
          of("database", ProofData.DATABASE),
          of("field", "\"Units\" \"Price\" 3 4 \"Name\" 1 \"none\""),
          of("dbcriteria", "U1:U2 V1:V2 W1:W2 U1:V2 U1:V3 U1:U3 U1:W3"),
          of("probdist", "{1,2,3,4},{0.1,0.2,0.3,0.4}"),
          of(
              "numbertext",
              "\"12\" \"-3.5\" \"1e3\" \"50%\" \"1,234.5\" \" 7 \" \"2024-03-15\" \"10:30\""
                  + " \"\" \"abc\" \"$5\" \"(3)\" \"1/2\""),
          of(
              "format",
              "\"0.00\" \"#,##0\" \"0%\" \"0.0%\" \"#,##0.00;(#,##0.00)\" \"0.00E+00\" \"00000\""
                  + " \"#.##\" \"$#,##0.00\" \"0;-0;\"\"zero\"\"\" \"@\" \"000-000\" \"#\" \"0,\""
                  + " \"yyyy-mm-dd\""),
          of(
              "dateformat",
              "\"yyyy-mm-dd\" \"d/m/yy\" \"mmm\" \"dddd\" \"mmmm_yyyy\" \"yyyy\" \"mm/dd/yyyy\""
                  + " \"ddd\" \"d\" \"yy-m\""),
          of(
              "timeformat",
              "\"hh:mm\" \"h:mm:ss\" \"hh:mm_AM/PM\" \"[h]:mm\" \"mm:ss\" \"yyyy-mm-dd_hh:mm\""),
          of(
              "textcriterion",
              "\"a*\" \"north\" \"<>beta\" \"*京*\" \"苹果\" \"?\" \">m\" \"=\" \"<>\""),
          of("datecriterion", "\">2023-01-01\" \"<=44500\" \">=\"&DATE(2024,1,1)"),
          of(
              "criterion",
              "\">5\" \"<>\" \"=\" \"TRUE\" \"12\" 12 \"<>12\" \"*a*\" \"abc\" TRUE \"\""));

  private final SplittableRandom random;
  private final int firstRow;
  private final int lastRow;

  Holes(SplittableRandom random) {
    this.random = random;
    this.firstRow = 1 + random.nextInt(ProofData.ROWS / 2);
    this.lastRow = Math.min(ProofData.ROWS, firstRow + 2 + random.nextInt(14));
  }

  private static Map.Entry<String, List<String>> of(String kind, String words) {
    return Map.entry(
        kind,
        List.of(words.split(" (?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")).stream()
            .map(word -> word.replace('_', ' '))
            .toList());
  }

  /** A literal or a reference of this kind. */
  String leaf(String kind) {
    List<String> choices = CHOICES.get(kind);
    if (choices != null) {
      return choices.get(random.nextInt(choices.size()));
    }
    return switch (kind) {
      case "num" -> number();
      case "int" -> random.nextBoolean() ? whole(-12, 40) : cell(ProofData.WHOLE);
      case "bigint" -> whole(1, 3999);
      case "pos" -> random.nextBoolean() ? decimal(1, 4000, 16) : cell("A");
      case "numincol" -> pick("B", "I") + row();
      case "date" -> random.nextInt(3) == 0 ? whole(40_000, 47_000) : cell(ProofData.DATES);
      case "datetime", "time" -> decimal(kind.equals("time") ? 0 : 4_000_000, 4_600_000, 100);
      case "text" -> text();
      case "blank" -> cell(ProofData.BLANK);
      case "errorcell" -> cell(ProofData.ERRORS);
      case "cell" -> cell(String.valueOf((char) ('A' + random.nextInt(14))));
      case "cond" -> number() + leaf("compare") + number();
      case "numcriterion" -> numberCriterion();
      case "lookup" -> random.nextInt(4) == 0 ? decimal(-50, 800, 10) : cell("I");
      case "reftext" -> "\"" + cell("A") + (random.nextBoolean() ? "\"" : ":B" + lastRow + "\"");
      case "any" -> any();
      default -> ranges(kind);
    };
  }

  private String any() {
    return switch (random.nextInt(12)) {
      case 0, 1, 2 -> number();
      case 3, 4 -> text();
      case 5 -> leaf("bool");
      case 6 -> cell(ProofData.MIXED);
      case 7 -> cell(ProofData.BLANK);
      case 8 -> cell(ProofData.TEXT_NUMBERS);
      case 9 -> cell(ProofData.ERRORS);
      case 10 -> leaf("numbertext");
      default -> cell(ProofData.BOOLS);
    };
  }

  private String ranges(String kind) {
    return switch (kind) {
      case "numcol" -> column(pick("A", "B", "C", "I"));
      case "column30" -> pick("A1:A", "B1:B", "E1:E", "F1:F") + ProofData.ROWS;
      case "poscol" -> column(pick("A", "L"));
      case "wholecol" -> column(ProofData.WHOLE);
      case "ascending" -> ProofData.ASCENDING + "1:" + ProofData.ASCENDING + ProofData.ROWS;
      case "datecol" -> column(ProofData.DATES);
      case "textcol" -> column(pick(ProofData.ENGLISH, ProofData.CHINESE));
      case "boolcol" -> column(ProofData.BOOLS);
      case "mixedcol" -> column(pick(ProofData.MIXED, ProofData.MIXED, ProofData.TEXT_NUMBERS));
      case "sparsecol" -> column(ProofData.SPARSE);
      case "errorcol" -> column(ProofData.ERRORS);
      case "probcol" -> column(ProofData.PROBABILITIES);
      case "col" -> random.nextInt(4) == 0 ? ranges("sparsecol") : ranges("numcol");
      case "range" -> "A" + firstRow + ":" + pick("B", "C") + lastRow;
      case "mixedrange" -> pick("G", "H", "I") + firstRow + ":K" + lastRow;
      case "table" -> "A" + firstRow + ":E" + lastRow;
      case "sortedtable" -> "I1:L" + ProofData.ROWS;
      case "texttable" -> "E1:F" + ProofData.ROWS;
      case "matrix" -> matrix();
      default -> throw new IllegalArgumentException("no such kind of argument: " + kind);
    };
  }

  private String matrix() {
    int row = 1 + random.nextInt(ProofData.ROWS - 3);
    int size = 2 + random.nextInt(2);
    return "A" + row + ":" + (char) ('A' + size - 1) + (row + size - 1);
  }

  private String column(String letter) {
    return letter + firstRow + ":" + letter + lastRow;
  }

  private String number() {
    return switch (random.nextInt(6)) {
      case 0 -> whole(-20, 100);
      case 1 -> decimal(-4000, 4000, 16);
      case 2 -> cell(pick("A", "L", ProofData.SPARSE));
      default -> cell(pick("A", "B", "C", "I"));
    };
  }

  private String text() {
    return switch (random.nextInt(6)) {
      case 0 -> pick("\"abc\"", "\"Hello World\"", "\"\"", "\"a-b-c-a\"", "\"  two  words \"");
      case 1 -> pick("\"北京市\"", "\"中文，标点\"", "\"第1章 引言\"");
      case 2 -> cell(ProofData.CHINESE);
      case 3 -> cell(ProofData.TEXT_NUMBERS);
      default -> cell(ProofData.ENGLISH);
    };
  }

  private String numberCriterion() {
    String operator = pick(">", ">=", "<", "<=", "=", "<>", "");
    return random.nextBoolean()
        ? "\"" + operator + random.nextInt(-20, 300) + "\""
        : "\"" + operator + "\"&" + cell(pick("A", "B", "C"));
  }

  private String cell(String column) {
    return column + row();
  }

  private int row() {
    return firstRow + random.nextInt(lastRow - firstRow + 1);
  }

  private String whole(int from, int to) {
    return String.valueOf(random.nextInt(from, to + 1));
  }

  private String decimal(int from, int to, int parts) {
    return String.valueOf(random.nextInt(from, to + 1) / (double) parts);
  }

  private String pick(String... words) {
    return words[random.nextInt(words.length)];
  }
}
