package org.inkstone.service.sheet.function;

import java.util.List;

/** The classes whose methods are functions: a new class is named here, a new method nowhere. */
final class FunctionGroups {
  static final List<Class<?>> ALL =
      List.of(
          ArithmeticFunctions.class,
          ArrayFunctions.class,
          BesselFunctions.class,
          BitFunctions.class,
          ByteTextFunctions.class,
          ComplexFunctions.class,
          ComplexCurveFunctions.class,
          ConditionalFunctions.class,
          ConvertFunctions.class,
          CountFunctions.class,
          DateFunctions.class,
          ErfFunctions.class,
          EuroFunctions.class,
          FinancialFunctions.class,
          FormatFunctions.class,
          GenerateFunctions.class,
          InformationFunctions.class,
          LambdaFunctions.class,
          LogicalFunctions.class,
          LookupFunctions.class,
          NumeralFunctions.class,
          QuantileFunctions.class,
          QuoteFunctions.class,
          RadixFunctions.class,
          ReferenceFunctions.class,
          RegexFunctions.class,
          RegressionFunctions.class,
          RoundingFunctions.class,
          SeriesFunctions.class,
          SortFunctions.class,
          SplitFunctions.class,
          StatisticFunctions.class,
          SubtotalFunctions.class,
          TextFunctions.class,
          TrigonometryFunctions.class,
          WidthFunctions.class,
          WorkdayFunctions.class);

  private FunctionGroups() {}
}
