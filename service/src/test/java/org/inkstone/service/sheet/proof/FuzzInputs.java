package org.inkstone.service.sheet.proof;

import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.inkstone.service.sheet.formula.FormulaPrinter;
import org.inkstone.service.sheet.formula.RandomFormulas;

/** Formulas, spoiled formulas and noise, each a function of the seed and its number. */
final class FuzzInputs {
  private static final Pattern NUMBER =
      Pattern.compile("(?<![A-Za-z$\\d.])\\d+(\\.\\d+)?(?![\\d:])");
  private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
  private static final String SIGNS =
      "A1B2Zz$:!'\"[]{}()#@%,;+-*/^&=<> .\\_09E（），：；“”【】中文é\u3000\u00a0\n\t\uD83D\uDE00\uD800\u0000\uFFFF"
          + "~?|?\u202E\u0301İß";
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "1",
          "-1",
          "0.5",
          "1E308",
          "1E-320",
          "-1E308",
          "2147483647",
          "2147483648",
          "-2147483649",
          "9007199254740993",
          "1E15",
          "1048576",
          "1048577",
          "16384",
          "32767",
          "2958465",
          "2958466",
          "-0.0000001",
          "255",
          "256",
          "1E5",
          "1000000",
          "TRUE",
          "\"\"");
  private static final List<String> TEXTS =
      List.of(
          "\"\"",
          "\"*\"",
          "\"?*?*?*?*?*?*~\"",
          "\"(a+)+$\"",
          "\"[\"",
          "\"#,##0.00;[Red]-0;@;;\"",
          "\"[>=1E9]0.0,,,\\x;General\"",
          "\"yyyy\\\"mm[$-zh-CN]dddd\"",
          "\"0/0/0E+0E-0\"",
          "\"[h]:mm:ss.000000000\"",
          "\"\\uD800\"",
          "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\"",
          "\"R1048577C1\"",
          "\"A1:XFD1048576\"",
          "\"<>\"",
          "\">=*\"",
          "\"1E999\"",
          "\"12/31/9999\"",
          "\"=1\"",
          "\"-----1\"",
          "\"((((((1))))))\"",
          "\"%%%%\"",
          "\"(?<!a*)b\"",
          "\"(.*)*\\\\1\"");

  /** Formulas that ask for much: X is a number, F any formula, S any text. */
  private static final List<String> LARGE =
      List.of(
          "REPT(S,X)",
          "REPT(REPT(S,32767),X)",
          "SEQUENCE(X,X)",
          "SUM(SEQUENCE(X,X))",
          "SUM(A:XFD)",
          "A:XFD+1",
          "SUM(A:XFD*2)",
          "MMULT(SEQUENCE(X,X),SEQUENCE(X,X))",
          "MUNIT(X)",
          "MINVERSE(SEQUENCE(900,900))",
          "MDETERM(MUNIT(700))",
          "X^X^X",
          "FACT(X)",
          "COMBIN(X,X)",
          "LET(a,S,b,a&a,c,b&b,d,c&c,e,d&d,f,e&e,g,f&f,h,g&g,h&h)",
          "LET(f,LAMBDA(f,n,f(f,n+1)),f(f,0))",
          "LET(f,LAMBDA(f,n,f(f,n)+f(f,n)),f(f,0))",
          "LAMBDA(x,x(x))(LAMBDA(x,x(x)))",
          "REDUCE(S,SEQUENCE(X),LAMBDA(a,v,a&a))",
          "REDUCE(1,SEQUENCE(X),LAMBDA(a,v,VSTACK(a,a)))",
          "SCAN(0,SEQUENCE(X),LAMBDA(a,v,a+F))",
          "MAKEARRAY(X,X,LAMBDA(r,c,F))",
          "MAP(A:A,LAMBDA(v,F))",
          "SORT(SEQUENCE(X,1,X,-1))",
          "UNIQUE(SEQUENCE(X))",
          "FILTER(A:XFD,A:A>X)",
          "TEXTSPLIT(REPT(S,X),S)",
          "TEXTJOIN(S,FALSE,A:XFD)",
          "CONCAT(A:XFD)",
          "EXPAND(F,X,X,S)",
          "TOCOL(A:XFD)",
          "HSTACK(A:XFD,A:XFD)",
          "SUBSTITUTE(REPT(S,X),S,REPT(S,X))",
          "REGEXREPLACE(REPT(S,X),S,S)",
          "REGEXTEST(REPT(\"a\",X),\"(a+)+$\")",
          "REGEXEXTRACT(REPT(S,X),S,1)",
          "TEXT(X,S)",
          "TEXT(F,S)",
          "FIXED(X,X)",
          "DOLLAR(X,X)",
          "BASE(X,36,X)",
          "DECIMAL(REPT(\"Z\",X),36)",
          "ROUND(X,X)",
          "COUNTIF(A:XFD,S)",
          "SUMIFS(A:A,B:B,S,C:C,S)",
          "XLOOKUP(F,A:XFD,A:XFD)",
          "INDIRECT(S)",
          "OFFSET(A1,X,X,X,X)",
          "SUM(OFFSET(A1,X,X,X,X))",
          "NETWORKDAYS(X,X,A:A)",
          "WORKDAY(X,X)",
          "WORKDAY.INTL(X,X,S)",
          "EDATE(X,X)",
          "DATE(X,X,X)",
          "DATEDIF(X,X,S)",
          "YEARFRAC(X,X,X)",
          "RATE(X,X,X,X)",
          "NPER(X,X,X)",
          "IRR(SEQUENCE(X,1,X,X))",
          "CUMIPMT(X,X,X,X,X,1)",
          "VDB(X,X,X,X,X,X)",
          "PERCENTILE(SEQUENCE(X),X)",
          "FREQUENCY(SEQUENCE(X),SEQUENCE(X))",
          "LINEST(SEQUENCE(X),SEQUENCE(X))",
          "MODE(SEQUENCE(X))",
          "GCD(X,X)",
          "LCM(X,X)",
          "BINOM.DIST(X,X,0.5,TRUE)",
          "HYPGEOM.DIST(X,X,X,X,TRUE)",
          "POISSON.DIST(X,X,TRUE)",
          "NEGBINOM.DIST(X,X,0.5,TRUE)",
          "BESSELJ(X,X)",
          "GAMMA.INV(0.5,X,X)",
          "BETA.INV(X,X,X)",
          "COUPNUM(X,X,1)",
          "PRICE(X,X,X,X,X,1)",
          "YIELD(X,X,X,X,X,2)",
          "DURATION(X,X,X,X,1)",
          "ODDFPRICE(X,X,X,X,X,X,X,1)",
          "AMORDEGRC(X,X,X,X,X,X)",
          "SERIESSUM(X,X,X,SEQUENCE(X))",
          "BITLSHIFT(X,X)",
          "UNICHAR(X)",
          "CHAR(X)",
          "ROMAN(X,X)",
          "SUBTOTAL(X,A:XFD)",
          "AGGREGATE(X,X,A:XFD,X)",
          "GROUPBY(SEQUENCE(X),SEQUENCE(X),SUM)",
          "PIVOTBY(SEQUENCE(X),SEQUENCE(X),SEQUENCE(X),SUM)",
          "WRAPROWS(SEQUENCE(X),X)",
          "TAKE(A:XFD,X,X)",
          "DROP(A:XFD,X,X)",
          "CHOOSECOLS(A:XFD,X)",
          "TRANSPOSE(A:XFD)",
          "SORTBY(A:A,B:B)",
          "RANDARRAY(X,X)",
          "CONVERT(X,S,S)",
          "IMPOWER(S,X)",
          "COMPLEX(X,X,S)");

  private static final int SHARES = 10_000;

  /** These take long, so they are few. */
  private static final int LARGE_SHARE = 200;

  private final long seed;
  private final FormulaGenerator formulas;

  FuzzInputs(long seed) {
    this.seed = seed;
    this.formulas = new FormulaGenerator(seed);
  }

  /** The input of this number. */
  String input(long number) {
    SplittableRandom random = new SplittableRandom(seed * 31 + number);
    int kind = random.nextInt(SHARES);
    if (kind < LARGE_SHARE) {
      return filledIn(pick(LARGE, random), number, random);
    }
    return switch (kind % 16) {
      case 0, 1, 2, 3 -> formulas.formula(number);
      case 4, 5, 6 -> spoiled(formulas.formula(number), random);
      case 7, 8, 9 -> extreme(formulas.formula(number), random);
      case 10, 11 -> FormulaPrinter.print(new RandomFormulas(random).tree(4));
      case 12 -> spoiled(FormulaPrinter.print(new RandomFormulas(random).tree(4)), random);
      case 13 ->
          spliced(formulas.formula(number), formulas.formula(random.nextInt(SHARES)), random);
      case 14 -> noise(random);
      default -> deep(random);
    };
  }

  private static String spoiled(String formula, SplittableRandom random) {
    StringBuilder spoiled = new StringBuilder(formula);
    for (int i = random.nextInt(4); i >= 0 && !spoiled.isEmpty(); i--) {
      int at = random.nextInt(spoiled.length());
      char sign = SIGNS.charAt(random.nextInt(SIGNS.length()));
      switch (random.nextInt(4)) {
        case 0 -> spoiled.deleteCharAt(at);
        case 1 -> spoiled.insert(at, sign);
        case 2 -> spoiled.insert(at, spoiled.substring(at, Math.min(at + 9, spoiled.length())));
        default -> spoiled.setCharAt(at, sign);
      }
    }
    return spoiled.toString();
  }

  private static String extreme(String formula, SplittableRandom random) {
    String numbers = replaced(NUMBER, formula, NUMBERS, random);
    return random.nextBoolean() ? numbers : replaced(TEXT, numbers, TEXTS, random);
  }

  private static String replaced(
      Pattern what, String formula, List<String> choices, SplittableRandom random) {
    return what.matcher(formula)
        .replaceAll(m ->
            Matcher.quoteReplacement(random.nextInt(3) > 0 ? pick(choices, random) : m.group()));
  }

  private static String spliced(String a, String b, SplittableRandom random) {
    return a.substring(0, random.nextInt(a.length() + 1))
        + b.substring(random.nextInt(b.length() + 1));
  }

  private static String noise(SplittableRandom random) {
    StringBuilder noise = new StringBuilder();
    boolean any = random.nextBoolean();
    for (int i = random.nextInt(random.nextInt(50) == 0 ? 9000 : 60); i > 0; i--) {
      noise.append(
          any ? (char) random.nextInt(0x10000) : SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    return noise.toString();
  }

  private static String deep(SplittableRandom random) {
    List<String> opening = List.of("(", "-", "SUM(", "IF(1,", "{", "@", "+-", "LAMBDA(x,", "A1:(");
    List<String> closing = List.of(")", "", ")", ")", "}", "", "", ")", ")");
    int which = random.nextInt(opening.size());
    int depth = 1 + random.nextInt(random.nextInt(3) == 0 ? 4000 : 140);
    String rest = random.nextInt(4) == 0 ? "" : closing.get(which).repeat(depth);
    String inner = random.nextBoolean() ? "1" : "A1" + "&A1".repeat(depth);
    return opening.get(which).repeat(depth) + inner + rest;
  }

  private String filledIn(String pattern, long number, SplittableRandom random) {
    StringBuilder filled = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char sign = pattern.charAt(i);
      boolean alone =
          !isWord(pattern, i - 1) && !isWord(pattern, i + 1) && "XSF".indexOf(sign) >= 0;
      if (!alone) {
        filled.append(sign);
      } else if (sign == 'X') {
        filled.append(random.nextInt(3) == 0 ? random.nextInt(200) : pick(NUMBERS, random));
      } else {
        filled.append(sign == 'S' ? pick(TEXTS, random) : formulas.formula(number + i));
      }
    }
    return filled.toString();
  }

  private static boolean isWord(String pattern, int at) {
    if (at < 0 || at >= pattern.length()) {
      return false;
    }
    char sign = pattern.charAt(at);
    return Character.isLetterOrDigit(sign) || sign == '.';
  }

  private static <T> T pick(List<T> list, SplittableRandom random) {
    return list.get(random.nextInt(list.size()));
  }
}
