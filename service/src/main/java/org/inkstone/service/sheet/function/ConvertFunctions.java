package org.inkstone.service.sheet.function;

import org.inkstone.service.sheet.value.FunctionError;

/** Measurements in other units. */
@InCategory(Category.ENGINEERING)
final class ConvertFunctions {
  private ConvertFunctions() {}

  @SheetFunction(
      value = "CONVERT",
      toolPak = true,
      en = "A measurement in another unit.",
      zh = "将数值从一种度量单位转换为另一种。")
  static double convert(double number, String fromUnit, String toUnit) {
    TemperatureScale fromScale = TemperatureScale.find(fromUnit);
    TemperatureScale toScale = TemperatureScale.find(toUnit);
    if (fromScale != null && toScale != null) {
      return fromScale.convert(number, toScale);
    }
    Unit from = Units.find(fromUnit);
    Unit to = Units.find(toUnit);
    if (from == null || to == null || from.kind() != to.kind()) {
      throw FunctionError.notAvailable();
    }
    return number * (from.size() / to.size());
  }
}
