package org.inkstone.service.sheet.function;

import java.util.List;
import java.util.Set;

/** The functions that bind names, which the evaluator computes itself. */
final class SpecialForms {
  static final List<FunctionInfo> ALL =
      List.of(
          form(
              "LET",
              Excel.V2021,
              Set.of(),
              List.of(required("name1"), required("name_value1"), repeated("calculation_or_name2")),
              "Gives names to values and computes with them.",
              "为计算结果命名并用于计算。"),
          form(
              "LAMBDA",
              Excel.V365,
              Set.of(Product.LIBREOFFICE),
              List.of(repeated("parameter_or_calculation")),
              "Makes a function of parameters and a calculation.",
              "用参数和计算式创建自定义函数。"),
          form(
              "ISOMITTED",
              Excel.V365,
              Set.of(Product.LIBREOFFICE, Product.GOOGLE_SHEETS),
              List.of(required("argument")),
              "Tells whether a parameter of a LAMBDA was left out.",
              "判断 LAMBDA 的参数是否被省略。"));

  private SpecialForms() {}

  private static FunctionInfo form(
      String name,
      Excel since,
      Set<Product> lacking,
      List<FunctionParameter> parameters,
      String en,
      String zh) {
    return new FunctionInfo(
        name, Category.LOGICAL, parameters, en, zh, since, lacking, false, true, null, null);
  }

  private static FunctionParameter required(String name) {
    return new FunctionParameter(name, false, false, false);
  }

  private static FunctionParameter repeated(String name) {
    return new FunctionParameter(name, false, true, false);
  }
}
