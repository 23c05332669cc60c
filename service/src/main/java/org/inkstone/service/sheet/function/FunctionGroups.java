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
          BondFunctions.class,
          CashFlowFunctions.class,
          CellFunctions.class,
          ConditionalFunctions.class,
          CountFunctions.class,
          CouponFunctions.class,
          DatabaseFunctions.class,
          DateFunctions.class,
          DepreciationFunctions.class,
          DiscountFunctions.class,
          FormatFunctions.class,
          FrenchDepreciationFunctions.class,
          GenerateFunctions.class,
          GroupFunctions.class,
          InformationFunctions.class,
          InterestRateFunctions.class,
          LambdaFunctions.class,
          LogicalFunctions.class,
          LookupFunctions.class,
          OddBondFunctions.class,
          QuantileFunctions.class,
          ReferenceFunctions.class,
          RegressionFunctions.class,
          RoundingFunctions.class,
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
