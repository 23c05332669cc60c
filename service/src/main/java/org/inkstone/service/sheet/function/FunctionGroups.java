package org.inkstone.service.sheet.function;

import java.util.List;

/** The classes whose methods are functions: a new class is named here, a new method nowhere. */
final class FunctionGroups {
  static final List<Class<?>> ALL =
      List.of(
          AccruedInterestFunctions.class,
          AnnuityFunctions.class,
          ArithmeticFunctions.class,
          ArrayFunctions.class,
          BesselFunctions.class,
          BetaFunctions.class,
          BitFunctions.class,
          BondFunctions.class,
          CashFlowFunctions.class,
          CellFunctions.class,
          ChanceFunctions.class,
          ComplexCurveFunctions.class,
          ComplexFunctions.class,
          ConditionalFunctions.class,
          ConvertFunctions.class,
          CountFunctions.class,
          CouponFunctions.class,
          DatabaseFunctions.class,
          DateFunctions.class,
          DepreciationFunctions.class,
          DiscountFunctions.class,
          ErfFunctions.class,
          FormatFunctions.class,
          FrenchDepreciationFunctions.class,
          GammaFunctions.class,
          GenerateFunctions.class,
          GroupFunctions.class,
          HypothesisFunctions.class,
          InformationFunctions.class,
          InterestRateFunctions.class,
          LambdaFunctions.class,
          LinearFitFunctions.class,
          LogicalFunctions.class,
          LookupFunctions.class,
          NormalFunctions.class,
          OddBondFunctions.class,
          QuantileFunctions.class,
          RadixFunctions.class,
          ReferenceFunctions.class,
          RegressionFunctions.class,
          RoundingFunctions.class,
          ShapeFunctions.class,
          SortFunctions.class,
          SplitFunctions.class,
          StatisticFunctions.class,
          SubtotalFunctions.class,
          TextFunctions.class,
          TreasuryBillFunctions.class,
          TrigonometryFunctions.class,
          WebFunctions.class,
          WorkdayFunctions.class);

  private FunctionGroups() {}
}
