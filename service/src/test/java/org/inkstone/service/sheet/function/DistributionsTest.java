package org.inkstone.service.sheet.function;

import org.inkstone.service.sheet.eval.Check;
import org.junit.jupiter.api.Test;

/** The examples of the documentation, rounded as it prints them, and what it calls errors. */
class DistributionsTest {
  @Test
  void normal() {
    Check.formulas(
        """
        =ROUND(NORM.DIST(42,40,1.5,TRUE),7) -> 0.9087888
        =ROUND(NORM.DIST(42,40,1.5,FALSE),5) -> 0.10934
        =ROUND(NORMDIST(42,40,1.5,TRUE),7) -> 0.9087888
        =ROUND(NORM.INV(0.908789,40,1.5),6) -> 42.000002
        =ROUND(NORMINV(0.908789,40,1.5),6) -> 42.000002
        =ROUND(NORM.S.DIST(1.333333,TRUE),9) -> 0.908788726
        =ROUND(NORM.S.DIST(1.333333,FALSE),9) -> 0.164010148
        =ROUND(NORMSDIST(1.333333),9) -> 0.908788726
        =ROUND(NORM.S.INV(0.908789),7) -> 1.3333347
        =ROUND(NORMSINV(0.908789),7) -> 1.3333347
        =NORM.S.INV(0.5) -> 0
        =ROUND(LOGNORM.DIST(4,3.5,1.2,TRUE),7) -> 0.0390836
        =ROUND(LOGNORM.DIST(4,3.5,1.2,FALSE),7) -> 0.0176176
        =ROUND(LOGNORMDIST(4,3.5,1.2),7) -> 0.0390836
        =ROUND(LOGNORM.INV(0.039084,3.5,1.2),7) -> 4.0000252
        =ROUND(LOGINV(0.039084,3.5,1.2),7) -> 4.0000252
        =ROUND(GAUSS(2),5) -> 0.47725
        =ROUND(PHI(0.75),9) -> 0.301137432
        =ROUND(STANDARDIZE(42,40,1.5),8) -> 1.33333333
        =ROUND(CONFIDENCE.NORM(0.05,2.5,50),9) -> 0.692951912
        =ROUND(CONFIDENCE(0.05,2.5,50),9) -> 0.692951912
        =ROUND(CONFIDENCE.T(0.05,1,50),9) -> 0.284196855
        =ROUND(FISHER(0.75),7) -> 0.9729551
        =ROUND(FISHERINV(0.972955),2) -> 0.75
        =NORM.DIST(1,0,0,TRUE) -> #NUM!
        =NORM.INV(0,0,1) -> #NUM!
        =NORM.INV(1,0,1) -> #NUM!
        =NORM.S.INV(1.1) -> #NUM!
        =LOGNORM.DIST(0,1,1,TRUE) -> #NUM!
        =LOGNORMDIST(1,1,0) -> #NUM!
        =STANDARDIZE(1,2,0) -> #NUM!
        =CONFIDENCE.NORM(0,1,5) -> #NUM!
        =CONFIDENCE.NORM(0.1,1,0.5) -> #NUM!
        =CONFIDENCE.T(0.1,1,1) -> #DIV/0!
        =FISHER(1) -> #NUM!
        =NORM.S.DIST("x",TRUE) -> #VALUE!
        =NORM.S.DIST({-1,0;0,1},TRUE)+NORM.S.DIST({1,0;0,-1},TRUE) -> {1,1;1,1}
        """);
  }

  @Test
  void gamma() {
    Check.formulas(
        """
        =ROUND(GAMMA(2.5),3) -> 1.329
        =ROUND(GAMMA(-3.75),3) -> 0.268
        =GAMMA(5) -> 24
        =GAMMA(0) -> #NUM!
        =GAMMA(-2) -> #NUM!
        =GAMMA(172) -> #NUM!
        =ROUND(GAMMALN(4),7) -> 1.7917595
        =ROUND(GAMMALN.PRECISE(4.5),8) -> 2.45373657
        =GAMMALN(0) -> #NUM!
        =ROUND(GAMMA.DIST(10.00001131,9,2,FALSE),6) -> 0.032639
        =ROUND(GAMMA.DIST(10.00001131,9,2,TRUE),6) -> 0.068094
        =ROUND(GAMMADIST(10.00001131,9,2,TRUE),6) -> 0.068094
        =ROUND(GAMMA.INV(0.068094,9,2),7) -> 10.0000112
        =ROUND(GAMMAINV(0.068094,9,2),7) -> 10.0000112
        =GAMMA.INV(0,9,2) -> 0
        =GAMMA.INV(1,9,2) -> #NUM!
        =GAMMA.DIST(-1,9,2,TRUE) -> #NUM!
        =GAMMA.DIST(1,0,2,TRUE) -> #NUM!
        =ROUND(CHISQ.DIST(0.5,1,TRUE),8) -> 0.52049988
        =ROUND(CHISQ.DIST(2,3,FALSE),8) -> 0.20755375
        =CHISQ.DIST(0,2,FALSE) -> 0.5
        =CHISQ.DIST(1,0.5,TRUE) -> #NUM!
        =CHISQ.DIST(-1,1,TRUE) -> #NUM!
        =ROUND(CHISQ.DIST.RT(18.307,10),7) -> 0.0500006
        =ROUND(CHIDIST(18.307,10),7) -> 0.0500006
        =ROUND(CHISQ.INV(0.93,1),9) -> 3.283020287
        =ROUND(CHISQ.INV(0.6,2),9) -> 1.832581464
        =ROUND(CHISQ.INV.RT(0.050001,10),6) -> 18.306973
        =ROUND(CHIINV(0.050001,10),6) -> 18.306973
        =CHISQ.INV(1.5,2) -> #NUM!
        =CHIINV(0.5,0) -> #NUM!
        =ROUND(EXPON.DIST(0.2,10,TRUE),8) -> 0.86466472
        =ROUND(EXPON.DIST(0.2,10,FALSE),8) -> 1.35335283
        =ROUND(EXPONDIST(0.2,10,TRUE),8) -> 0.86466472
        =EXPON.DIST(-1,1,TRUE) -> #NUM!
        =EXPON.DIST(1,0,TRUE) -> #NUM!
        =ROUND(WEIBULL.DIST(105,20,100,TRUE),6) -> 0.929581
        =ROUND(WEIBULL.DIST(105,20,100,FALSE),6) -> 0.035589
        =ROUND(WEIBULL(105,20,100,TRUE),6) -> 0.929581
        =WEIBULL.DIST(1,0,1,TRUE) -> #NUM!
        =ROUND(POISSON.DIST(2,5,TRUE),6) -> 0.124652
        =ROUND(POISSON.DIST(2,5,FALSE),6) -> 0.084224
        =ROUND(POISSON(2.9,5,TRUE),6) -> 0.124652
        =POISSON.DIST(0,0,FALSE) -> 1
        =POISSON.DIST(3,0,FALSE) -> 0
        =POISSON.DIST(-1,5,TRUE) -> #NUM!
        =POISSON.DIST(1,-5,TRUE) -> #NUM!
        """);
  }

  @Test
  void betaFisherAndStudent() {
    Check.formulas(
        """
        =ROUND(BETA.DIST(2,8,10,TRUE,1,3),7) -> 0.6854706
        =ROUND(BETA.DIST(2,8,10,FALSE,1,3),7) -> 1.4837646
        =ROUND(BETADIST(2,8,10,1,3),7) -> 0.6854706
        =BETADIST(0.5,1,1) -> 0.5
        =ROUND(BETA.INV(0.685470581,8,10,1,3),6) -> 2
        =ROUND(BETAINV(0.685470581,8,10,1,3),6) -> 2
        =BETA.INV(1,2,3) -> 1
        =BETA.INV(0,2,3) -> #NUM!
        =BETA.DIST(4,8,10,TRUE,1,3) -> #NUM!
        =BETA.DIST(1,8,10,TRUE,1,1) -> #NUM!
        =BETA.DIST(0.5,0,10,TRUE) -> #NUM!
        =BETA.DIST(0,1,2,FALSE) -> 2
        =BETA.DIST(0,0.5,2,FALSE) -> #NUM!
        =ROUND(F.DIST(15.2069,6,4,TRUE),2) -> 0.99
        =ROUND(F.DIST(15.2069,6,4,FALSE),7) -> 0.0012238
        =ROUND(F.DIST.RT(15.20686486,6,4),8) -> 0.01
        =ROUND(FDIST(15.20686486,6,4),8) -> 0.01
        =ROUND(F.INV(0.01,6,4),8) -> 0.10930991
        =ROUND(F.INV.RT(0.01,6,4),5) -> 15.20686
        =ROUND(FINV(0.01,6,4),5) -> 15.20686
        =F.DIST(-1,6,4,TRUE) -> #NUM!
        =F.DIST(1,0,4,TRUE) -> #NUM!
        =F.INV(1,6,4) -> #NUM!
        =F.INV(0,6,4) -> 0
        =FINV(1.5,6,4) -> #NUM!
        =ROUND(T.DIST(60,1,TRUE),8) -> 0.99469533
        =ROUND(T.DIST(8,3,FALSE),8) -> 0.00073691
        =ROUND(T.DIST.2T(1.959999998,60),9) -> 0.054644930
        =ROUND(T.DIST.RT(1.959999998,60),9) -> 0.027322465
        =ROUND(TDIST(1.959999998,60,2),9) -> 0.054644930
        =ROUND(TDIST(1.959999998,60,1),9) -> 0.027322465
        =T.DIST.RT(-1.959999998,60)+T.DIST.RT(1.959999998,60) -> 1
        =T.DIST(0,5,TRUE) -> 0.5
        =T.DIST.2T(-1,60) -> #NUM!
        =TDIST(-1,60,1) -> #NUM!
        =TDIST(1,60,3) -> #NUM!
        =T.DIST(1,0.9,TRUE) -> #NUM!
        =ROUND(T.INV(0.75,2),7) -> 0.8164966
        =ROUND(T.INV.2T(0.546449,60),6) -> 0.606533
        =ROUND(TINV(0.05464493,60),6) -> 1.96
        =T.INV(0.5,9) -> 0
        =T.INV(0,2) -> #NUM!
        =T.INV.2T(1,2) -> 0
        =T.INV.2T(0,2) -> #NUM!
        """);
  }

  @Test
  void counts() {
    Check.formulas(
        """
        =ROUND(BINOM.DIST(6,10,0.5,FALSE),7) -> 0.2050781
        =ROUND(BINOMDIST(6.7,10.9,0.5,FALSE),7) -> 0.2050781
        =BINOM.DIST(10,10,0.3,TRUE) -> 1
        =BINOM.DIST(0,0,0.3,FALSE) -> 1
        =BINOM.DIST(2,3,0,TRUE) -> 1
        =BINOM.DIST(2,3,1,TRUE) -> 0
        =BINOM.DIST(11,10,0.5,FALSE) -> #NUM!
        =BINOM.DIST(1,10,1.5,FALSE) -> #NUM!
        =BINOM.DIST(-1,10,0.5,FALSE) -> #NUM!
        =ROUND(BINOM.DIST.RANGE(60,0.75,48),3) -> 0.084
        =ROUND(BINOM.DIST.RANGE(60,0.75,45,50),3) -> 0.524
        =BINOM.DIST.RANGE(60,1,45,60) -> 1
        =BINOM.DIST.RANGE(60,0,0,10) -> 1
        =BINOM.DIST.RANGE(60,0,1,10) -> 0
        =BINOM.DIST.RANGE(60,0.75,50,45) -> #NUM!
        =BINOM.INV(6,0.5,0.75) -> 4
        =CRITBINOM(6,0.5,0.75) -> 4
        =BINOM.INV(2,0.5,0.25) -> 0
        =BINOM.INV(2,0.5,0.26) -> 1
        =BINOM.INV(100,0.5,0.975) -> 60
        =BINOM.INV(6,1.5,0.75) -> #NUM!
        =BINOM.INV(-1,0.5,0.75) -> #NUM!
        =ROUND(NEGBINOM.DIST(10,5,0.25,TRUE),7) -> 0.3135141
        =ROUND(NEGBINOM.DIST(10,5,0.25,FALSE),7) -> 0.0550487
        =ROUND(NEGBINOMDIST(10,5,0.25),7) -> 0.0550487
        =NEGBINOM.DIST(10,0,0.25,TRUE) -> #NUM!
        =NEGBINOMDIST(-1,5,0.25) -> #NUM!
        =ROUND(HYPGEOM.DIST(1,4,8,20,TRUE),4) -> 0.4654
        =ROUND(HYPGEOM.DIST(1,4,8,20,FALSE),4) -> 0.3633
        =ROUND(HYPGEOMDIST(1,4,8,20),4) -> 0.3633
        =HYPGEOM.DIST(4,4,8,20,TRUE) -> 1
        =HYPGEOM.DIST(5,4,8,20,TRUE) -> #NUM!
        =HYPGEOM.DIST(1,19,8,20,TRUE) -> #NUM!
        =HYPGEOMDIST(1,0,8,20) -> #NUM!
        =PERMUTATIONA(3,2) -> 9
        =PERMUTATIONA(2,2) -> 4
        =PERMUTATIONA(0,0) -> 1
        =PERMUTATIONA(0,1) -> #NUM!
        =PERMUT(100,3) -> 970200
        =PERMUT(3,2) -> 6
        =PROB({0;1;2;3},{0.2;0.3;0.1;0.4},2) -> 0.1
        =PROB({0;1;2;3},{0.2;0.3;0.1;0.4},1,3) -> 0.8
        =PROB({0;1},{0.2;0.3},1) -> #NUM!
        =PROB({0;1},{1.2;-0.2},1) -> #NUM!
        =PROB({0;1;2},{0.5;0.5},1) -> #N/A
        """);
  }

  @Test
  void hypotheses() {
    Check.on(
            """
            3|6|6|20|58|35|45.35|47.65
            4|19|7|28|11|25|17.56|18.44
            5|3|9|31|10|23|16.09|16.91
            8|2|15|38
            9|14|21|40
            1|4
            2|5
            4|17
            5|1
            """)
        .all(
            """
            =ROUND(Z.TEST({3,6,7,8,6,5,4,2,1,9},4),6) -> 0.090574
            =ROUND(Z.TEST({3,6,7,8,6,5,4,2,1,9},6),6) -> 0.863043
            =ROUND(ZTEST({3,6,7,8,6,5,4,2,1,9},4),6) -> 0.090574
            =ROUND(Z.TEST({3,6,7,8,6,5,4,2,1,9},4,1),9) -> 0.000252109
            =Z.TEST(Z1:Z3,4) -> #N/A
            =Z.TEST({3},4) -> #DIV/0!
            =Z.TEST({3,4},4,0) -> #NUM!
            =ROUND(T.TEST(A1:A9,B1:B9,2,1),6) -> 0.196016
            =ROUND(TTEST(A1:A9,B1:B9,2,1),6) -> 0.196016
            =ROUND(T.TEST(A1:A9,B1:B9,1,1),6) -> 0.098008
            =ROUND(T.TEST(A1:A9,B1:B9,2,2),9) -> 0.191995887
            =ROUND(T.TEST(A1:A9,B1:B9,2,3),9) -> 0.202293923
            =T.TEST(A1:A9,B1:B8,2,1) -> #N/A
            =T.TEST(A1:A9,B1:B9,3,1) -> #NUM!
            =T.TEST(A1:A9,B1:B9,2,4) -> #NUM!
            =T.TEST({1,2},{2,3},2,1) -> #DIV/0!
            =ROUND(F.TEST(C1:C5,D1:D5),8) -> 0.64831785
            =ROUND(FTEST(D1:D5,C1:C5),8) -> 0.64831785
            =F.TEST({1},{2,3}) -> #DIV/0!
            =F.TEST({1,1},{2,3}) -> #DIV/0!
            =ROUND(CHISQ.TEST(E1:F3,G1:H3),7) -> 0.0003082
            =ROUND(CHITEST(E1:F3,G1:H3),7) -> 0.0003082
            =CHISQ.TEST(E1:F3,G1:H2) -> #N/A
            =CHISQ.TEST({1},{2}) -> #N/A
            =CHISQ.TEST({1,2},{0,3}) -> #DIV/0!
            =CHISQ.TEST({1,2},{-1,3}) -> #NUM!
            """);
  }

  @Test
  void shapes() {
    Check.formulas(
        """
        =ROUND(KURT(3,4,5,2,3,4,5,6,4,7),9) -> -0.151799637
        =ROUND(SKEW(3,4,5,2,3,4,5,6,4,7),9) -> 0.359543071
        =ROUND(SKEW.P(3,4,5,2,3,4,5,6,4,7),9) -> 0.303193339
        =KURT(1,2,3) -> #DIV/0!
        =KURT(1,1,1,1) -> #DIV/0!
        =SKEW(1,2) -> #DIV/0!
        =SKEW.P(2,2,2) -> #DIV/0!
        =MODE.MULT({1,2,3,4,3,2,1,2,3,5,6,1}) -> {1;2;3}
        =MODE.MULT(1,2,3) -> #N/A
        =MODE.MULT({5;5;1}) -> 5
        """);
  }
}
