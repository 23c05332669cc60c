package org.inkstone.service.sheet.function;

import java.util.List;

/** The classes whose methods are functions: a new class is named here, a new method nowhere. */
final class FunctionGroups {
  static final List<Class<?>> ALL =
      List.of(
          ArithmeticFunctions.class,
          ArrayFunctions.class,
          BesselFunctions.class,
          BetaFunctions.class,
          BitFunctions.class,
          ChanceFunctions.class,
          ComplexCurveFunctions.class,
          ComplexFunctions.class,
          ConditionalFunctions.class,
          ConvertFunctions.class,
          CountFunctions.class,
          DateFunctions.class,
          ErfFunctions.class,
          FinancialFunctions.class,
          FormatFunctions.class,
          GammaFunctions.class,
          GenerateFunctions.class,
          HypothesisFunctions.class,
          InformationFunctions.class,
          LambdaFunctions.class,
          LinearFitFunctions.class,
          LogicalFunctions.class,
          LookupFunctions.class,
          NormalFunctions.class,
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
          TrigonometryFunctions.class,
          WorkdayFunctions.class);

  private FunctionGroups() {}
}
