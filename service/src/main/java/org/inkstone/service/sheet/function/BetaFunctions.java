package org.inkstone.service.sheet.function;

import org.inkstone.service.sheet.statistic.BetaShares;
import org.inkstone.service.sheet.statistic.StudentT;
import org.inkstone.service.sheet.value.FunctionError;

/** The beta distribution, and those of Fisher and Student. */
@InCategory(Category.STATISTICAL)
final class BetaFunctions {
  private BetaFunctions() {}

  @SheetFunction(
      value = "BETA.DIST",
      since = Excel.V2010,
      en = "The beta distribution: the share below x, or the density.",
      zh = "返回 Beta 分布的累积概率或概率密度。")
  static double beta(
      double x,
      double alpha,
      double beta,
      boolean cumulative,
      @Default("0") double a,
      @Default("1") double b) {
    Bounds.positive(alpha);
    Bounds.positive(beta);
    if (!(x >= a && x <= b && a < b)) {
      throw FunctionError.num();
    }
    double place = (x - a) / (b - a);
    double rest = (b - x) / (b - a);
    return cumulative
        ? BetaShares.lower(place, rest, alpha, beta)
        : BetaShares.density(place, rest, alpha, beta) / (b - a);
  }

  @SheetFunction(
      value = "BETADIST",
      en = "The share of the beta distribution below x.",
      zh = "返回 Beta 分布的累积概率。")
  static double betaLower(
      double x, double alpha, double beta, @Default("0") double a, @Default("1") double b) {
    return beta(x, alpha, beta, true, a, b);
  }

  @SheetFunction(
      value = "BETA.INV",
      older = "BETAINV",
      since = Excel.V2010,
      en = "The place below which a share of the beta distribution lies.",
      zh = "返回 Beta 分布累积概率的反函数值。")
  static double betaInverse(
      double probability,
      double alpha,
      double beta,
      @Default("0") double a,
      @Default("1") double b) {
    Bounds.positive(alpha);
    Bounds.positive(beta);
    if (!(probability > 0 && probability <= 1 && a < b)) {
      throw FunctionError.num();
    }
    double odds = BetaShares.logOdds(alpha, beta, probability, 1 - probability);
    return odds > 0 ? b - BetaShares.x(-odds) * (b - a) : a + BetaShares.x(odds) * (b - a);
  }

  @SheetFunction(
      value = "F.DIST",
      since = Excel.V2010,
      en = "Fisher's F distribution: the share below x, or the density.",
      zh = "返回 F 分布的左尾概率或概率密度。")
  static double fisher(double x, double degFreedom1, double degFreedom2, boolean cumulative) {
    double a = Bounds.freedom(degFreedom1) / 2;
    double b = Bounds.freedom(degFreedom2) / 2;
    double sum = a * Bounds.atLeast0(x) + b;
    if (cumulative) {
      return BetaShares.lower(a * x / sum, b / sum, a, b);
    } else if (x == 0) {
      return a < 1 ? Double.POSITIVE_INFINITY : a == 1 ? 1 : 0;
    }
    return BetaShares.density(a * x / sum, b / sum, a, b) * a * b / (sum * sum);
  }

  @SheetFunction(
      value = "F.DIST.RT",
      older = "FDIST",
      since = Excel.V2010,
      en = "The share of Fisher's F distribution above x.",
      zh = "返回 F 分布的右尾概率。")
  static double fisherUpper(double x, double degFreedom1, double degFreedom2) {
    double a = Bounds.freedom(degFreedom1) / 2;
    double b = Bounds.freedom(degFreedom2) / 2;
    double sum = a * Bounds.atLeast0(x) + b;
    return BetaShares.upper(a * x / sum, b / sum, a, b);
  }

  @SheetFunction(
      value = "F.INV",
      since = Excel.V2010,
      en = "The place below which a share of Fisher's F distribution lies.",
      zh = "返回 F 分布左尾概率的反函数值。")
  static double fisherInverse(double probability, double degFreedom1, double degFreedom2) {
    double below = Bounds.share(probability);
    return fisherPlace(below, 1 - below, degFreedom1, degFreedom2);
  }

  @SheetFunction(
      value = "F.INV.RT",
      older = "FINV",
      since = Excel.V2010,
      en = "The place above which a share of Fisher's F distribution lies.",
      zh = "返回 F 分布右尾概率的反函数值。")
  static double fisherUpperInverse(double probability, double degFreedom1, double degFreedom2) {
    double above = Bounds.share(probability);
    return fisherPlace(1 - above, above, degFreedom1, degFreedom2);
  }

  private static double fisherPlace(
      double below, double above, double degFreedom1, double degFreedom2) {
    double a = Bounds.freedom(degFreedom1) / 2;
    double b = Bounds.freedom(degFreedom2) / 2;
    return b / a * Math.exp(BetaShares.logOdds(a, b, below, above));
  }

  @SheetFunction(
      value = "T.DIST",
      since = Excel.V2010,
      en = "Student's t distribution: the share below x, or the density.",
      zh = "返回学生 t 分布的左尾概率或概率密度。")
  static double student(double x, double degFreedom, boolean cumulative) {
    double freedom = Bounds.freedom(degFreedom);
    return cumulative ? StudentT.upper(-x, freedom) : StudentT.density(x, freedom);
  }

  @SheetFunction(
      value = "T.DIST.RT",
      since = Excel.V2010,
      en = "The share of Student's t distribution above x.",
      zh = "返回学生 t 分布的右尾概率。")
  static double studentUpper(double x, double degFreedom) {
    return StudentT.upper(x, Bounds.freedom(degFreedom));
  }

  @SheetFunction(
      value = "T.DIST.2T",
      since = Excel.V2010,
      en = "The share of Student's t distribution farther from 0 than x.",
      zh = "返回学生 t 分布的双尾概率。")
  static double studentBothTails(double x, double degFreedom) {
    return StudentT.bothTails(Bounds.atLeast0(x), Bounds.freedom(degFreedom));
  }

  @SheetFunction(
      value = "TDIST",
      en = "The share of Student's t distribution beyond x, on one side or both.",
      zh = "返回学生 t 分布的单尾或双尾概率。")
  static double studentTails(double x, double degFreedom, double tails) {
    double both = studentBothTails(x, degFreedom);
    return switch ((int) Math.floor(tails)) {
      case 1 -> both / 2;
      case 2 -> both;
      default -> throw FunctionError.num();
    };
  }

  @SheetFunction(
      value = "T.INV",
      since = Excel.V2010,
      en = "The place below which a share of Student's t distribution lies.",
      zh = "返回学生 t 分布左尾概率的反函数值。")
  static double studentInverse(double probability, double degFreedom) {
    return StudentT.quantile(Bounds.inside(probability), Bounds.freedom(degFreedom));
  }

  @SheetFunction(
      value = "T.INV.2T",
      older = "TINV",
      since = Excel.V2010,
      en = "The place beyond which, on both sides, a share of Student's t distribution lies.",
      zh = "返回学生 t 分布双尾概率的反函数值。")
  static double studentOutside(double probability, double degFreedom) {
    double outside = Bounds.positive(Bounds.share(probability));
    return StudentT.outside(outside, 1 - outside, Bounds.freedom(degFreedom));
  }
}
