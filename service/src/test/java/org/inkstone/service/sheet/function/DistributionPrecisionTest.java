package org.inkstone.service.sheet.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.eval.Check;
import org.junit.jupiter.api.Test;

/**
 * Distributions and their inverses beside values computed with 50 digits: 1e-9 relative, in the
 * tails too.
 */
class DistributionPrecisionTest {
  private static final double CLOSE = 1e-9;

  private static final String VALUES =
      """
          =NORM.S.DIST(-37,TRUE) -> 5.7255712225245768E-300
          =NORM.S.DIST(-8.5,TRUE) -> 9.4795348222033184E-18
          =1-NORM.S.DIST(3,TRUE) -> 0.0013498980316300945
          =NORMSDIST(-20) -> 2.7536241186062337E-89
          =NORM.DIST(-3,7,0.5,TRUE) -> 2.7536241186062337E-89
          =GAUSS(1E-9) -> 3.989422804014327E-10
          =NORM.S.INV(1E-300) -> -37.047096299361199
          =NORM.S.INV(1E-20) -> -9.2623400897984076
          =NORM.S.INV(0.001) -> -3.0902323061678135
          =NORM.S.INV(0.3) -> -0.52440051270804082
          =NORM.S.INV(0.49999) -> -2.5066282748960009E-5
          =NORM.S.INV(0.5000001) -> 2.5066282733116483E-7
          =NORM.S.INV(0.975) -> 1.9599639845400539
          =NORM.S.INV(0.999999) -> 4.7534243088170878
          =GAMMA.DIST(1E-50,0.01,1,TRUE) -> 0.31803232877622611
          =GAMMA.DIST(1E-08,0.5,1,TRUE) -> 0.00011283791633342487
          =GAMMA.DIST(0.001,3,1,TRUE) -> 1.6654171665278076E-10
          =GAMMA.DIST(60,9,1,TRUE) -> 0.99999999999999996
          =GAMMA.DIST(7.5,50,1,TRUE) -> 1.2067458812766674E-24
          =GAMMA.DIST(1200,1000,1,TRUE) -> 0.99999999871183939
          =GAMMA.DIST(98000,100000,1,TRUE) -> 9.6908351581604864E-11
          =CHISQ.DIST.RT(1E-12,1) -> 0.9999992021154392
          =CHISQ.DIST.RT(200,3) -> 4.2185411071920423E-43
          =CHISQ.DIST.RT(18.307,10) -> 0.05000058909139812
          =CHISQ.DIST.RT(800,500) -> 3.1770076592385689E-16
          =CHISQ.DIST.RT(1400,2) -> 9.8596765437597709E-305
          =GAMMA.INV(1E-30,0.5,1) -> 7.8539816339744844E-61
          =GAMMA.INV(1E-10,20,3) -> 9.097401945922688
          =GAMMA.INV(0.999999,0.1,1) -> 9.4570270604574395
          =CHISQ.INV.RT(1E-100,4) -> 471.45082032384824
          =CHISQ.INV(0.5,1000) -> 999.33341240338097
          =CHISQ.INV.RT(0.050001,10) -> 18.306973456961056
          =BETA.DIST(1E-20,0.01,0.02,TRUE) -> 0.42077367315595993
          =BETA.DIST(1E-06,2,3,TRUE) -> 5.9999920000029995E-12
          =BETA.DIST(0.999999,0.5,0.5,TRUE) -> 0.99936338012151992
          =BETA.DIST(0.3,30,0.5,TRUE) -> 2.5072056468159354E-17
          =BETA.DIST(0.28,1000,2000,TRUE) -> 8.4296146868100614E-11
          =F.DIST(15.2069,6,4,TRUE) -> 0.99000004300276269
          =F.DIST.RT(15.2069,6,4) -> 0.0099999569972373124
          =F.DIST(0.001,3,7,TRUE) -> 4.8136602105854625E-5
          =F.DIST.RT(0.001,3,7) -> 0.99995186339789415
          =F.DIST(1000000.0,5,9,TRUE) -> 1.0
          =F.DIST.RT(1000000.0,5,9) -> 1.4573414787746259E-25
          =F.DIST(1.2,500,800,TRUE) -> 0.98873094083854265
          =F.DIST.RT(1.2,500,800) -> 0.011269059161457354
          =T.DIST.2T(1,1) -> 0.5
          =T.DIST.2T(40,3) -> 3.4380680789158528E-5
          =T.DIST.2T(1E-09,5) -> 0.99999999924078662
          =T.DIST.2T(12.5,100) -> 3.7359249960130968E-22
          =T.DIST.2T(5,1000000) -> 5.7339978708907416E-7
          =T.DIST.RT(6,100000000) -> 9.8659101715764353E-10
          =T.DIST(-30,4,TRUE) -> 3.6764280488306611E-6
          =T.INV.2T(0.546449,60) -> 0.6065330758257551
          =T.INV.2T(1E-20,2) -> 10000000000.0
          =T.INV(1E-12,30) -> -11.397217523311411
          =T.INV(0.75,2) -> 0.81649658092772603
          =T.INV(0.5000001,7) -> 2.5974602742784955E-7
          =F.INV.RT(0.01,6,4) -> 15.20686486115753
          =F.INV.RT(1E-30,3,8) -> 105619441.39608141
          =F.INV(0.01,6,4) -> 0.10930991412457854
          =BETA.INV(0.3,2,5) -> 0.18180347131894916
          =BETA.INV(1E-40,0.5,3) -> 2.844444444444444E-81
          =BINOM.DIST(3,1000,0.5,FALSE) -> 1.5507761569582437E-293
          =BINOM.DIST(100000,250000,0.4,FALSE) -> 0.0016286733205203208
          =BINOM.DIST(20,100,0.5,TRUE) -> 5.5795445286259761E-10
          =BINOM.DIST.RANGE(60,0.75,45,50) -> 0.5236297934718872
          =BINOM.DIST.RANGE(60,0.75,48) -> 0.083974967429047502
          =BINOM.DIST.RANGE(1000,0.5,800,1000) -> 8.2249936778874507E-86
          =NEGBINOM.DIST(10,5,0.25,TRUE) -> 0.31351405847817659
          =NEGBINOM.DIST(10,5,0.25,FALSE) -> 0.05504866037517786
          =HYPGEOM.DIST(1,4,8,20,TRUE) -> 0.46542827657378741
          =HYPGEOM.DIST(30,60,100,1000,TRUE) -> 0.99999999999999999
          =1-HYPGEOM.DIST(9,60,100,1000,TRUE) -> 0.066896770719008716
          =HYPGEOM.DIST(0,60,100,1000,TRUE) -> 0.0014634758607570999
          =HYPGEOM.DIST(50,60,100,1000,FALSE) -> 4.6699993813428236E-46
          =POISSON.DIST(2,5,TRUE) -> 0.12465201948308114
          =POISSON.DIST(1000,1000,FALSE) -> 0.0126146113487215
          =POISSON.DIST(10,100,TRUE) -> 1.1376879516952979E-30
          =POISSON.DIST(150000,150000,FALSE) -> 0.0010300639664705874
          =GAMMA(2.5) -> 1.329340388179137
          =GAMMA(-3.75) -> 0.2678661288614166
          =GAMMA(171.5) -> 9.4833675668247993e+307
          =GAMMA(-150.5) -> -4.4784476581506408E-264
          =GAMMA(0.001) -> 999.42377248459545
          =GAMMALN(4) -> 1.791759469228055
          =GAMMALN(0.5) -> 0.57236494292470009
          =GAMMALN(1E-10) -> 23.025850929882735
          =GAMMALN(1000000) -> 12815504.569147612
          =LOGNORM.DIST(4,3.5,1.2,TRUE) -> 0.039083555706800468
          =LOGNORM.INV(0.039084,3.5,1.2) -> 4.0000252186806354
          =T.DIST(8,3,FALSE) -> 0.00073690652094692633
          =WEIBULL.DIST(1E-5,3,2,TRUE) -> 1.2500000000000002E-16
          =EXPON.DIST(1E-12,3,TRUE) -> 2.9999999999954999E-12
          =FISHER(1E-9) -> 1.0000000000000001E-9
          =FISHER(0.999) -> 3.8002011672501996
          =CONFIDENCE.NORM(0.05,2.5,50) -> 0.69295191217483896
          =CONFIDENCE.T(0.05,1,50) -> 0.28419685549572992
      """;

  @Test
  void keepsNineDigitsInTheTails() {
    List<String> failures = new ArrayList<>();
    for (String line : VALUES.strip().lines().toList()) {
      int arrow = line.indexOf("->");
      double expected = Double.parseDouble(line.substring(arrow + 2).strip());
      Scalar found = Check.on("").value(line.substring(0, arrow).strip()).scalar();
      boolean close =
          found instanceof Scalar.Num n
              && Math.abs(n.value() - expected) <= CLOSE * Math.abs(expected);
      if (!close) {
        failures.add(line.strip() + " but found " + found);
      }
    }
    assertEquals(List.of(), failures);
  }

  @Test
  void inversesGiveBackThePlaces() {
    Check grid = Check.on("");
    for (String share : List.of("1E-80", "1E-12", "0.01", "0.37", "0.5", "0.9", "0.99999999")) {
      for (String pair :
          List.of(
              "NORM.S.DIST(NORM.S.INV(p),TRUE)",
              "GAMMA.DIST(GAMMA.INV(p,0.3,2),0.3,2,TRUE)",
              "GAMMA.DIST(GAMMA.INV(p,700,2),700,2,TRUE)",
              "CHISQ.DIST.RT(CHISQ.INV.RT(p,7),7)",
              "BETA.DIST(BETA.INV(p,7,9),7,9,TRUE)",
              "F.DIST.RT(F.INV.RT(p,4,11),4,11)",
              "T.DIST.2T(T.INV.2T(p,13),13)",
              "T.DIST(T.INV(p,3),3,TRUE)",
              "LOGNORM.DIST(LOGNORM.INV(p,1,2),1,2,TRUE)")) {
        String formula = "=" + pair.replace("p", share) + "/" + share + "-1";
        Scalar found = grid.value(formula).scalar();
        assertTrue(
            found instanceof Scalar.Num n && Math.abs(n.value()) < CLOSE,
            () -> formula + " is " + found);
      }
    }
  }
}
