package org.inkstone.service.sheet.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Functions that are not computed: those that need the outside world, which no formula may reach
 * from here, and those of which Excel does not say what they compute.
 */
final class RefusedFunctions {
  static final List<FunctionInfo> ALL =
      Stream.of(
              network(
                  "WEBSERVICE", "url", Excel.V2013, "Fetches an address on the web.", "从网络地址获取数据。"),
              network("IMAGE", "source", Excel.V365, "Shows a picture from the web.", "显示网络图片。"),
              network("STOCKHISTORY", "stock", Excel.V365, "Past prices of a stock.", "股票历史行情。"),
              network(
                  "TRANSLATE",
                  "text",
                  Excel.V365,
                  "Translates a text by a web service.",
                  "联网翻译文本。"),
              network(
                  "DETECTLANGUAGE",
                  "text",
                  Excel.V365,
                  "Names a text's language by a web service.",
                  "联网识别文本语言。"),
              refused(
                  "PHONETIC",
                  Category.TEXT,
                  "reference",
                  Excel.BEFORE_2007,
                  "The phonetic guide of a cell's text.",
                  "返回单元格文本的拼音字符。",
                  "it reads phonetic guides, which are not part of a cell's value",
                  "它会读取拼音指南，而拼音指南不属于单元格的值"),
              program(
                  "DDE",
                  "server",
                  Excel.BEFORE_2007,
                  "Asks another program for data.",
                  "通过 DDE 获取其他程序数据。"),
              program(
                  "RTD",
                  "prog_id",
                  Excel.BEFORE_2007,
                  "Real-time data from a program.",
                  "从程序获取实时数据。"),
              program(
                  "CALL", "module", Excel.BEFORE_2007, "Calls code in a library.", "调用动态库中的过程。"),
              program(
                  "REGISTER",
                  "module",
                  Excel.BEFORE_2007,
                  "Registers code of a library.",
                  "注册动态库中的过程。"),
              program(
                  "REGISTER.ID",
                  "module",
                  Excel.BEFORE_2007,
                  "The number of registered code.",
                  "返回已注册过程的标识。"),
              program("EXEC", "program", Excel.BEFORE_2007, "Starts a program.", "启动程序。"),
              program("PY", "code", Excel.V365, "Runs Python code.", "运行 Python 代码。"),
              network("IMPORTTEXT", "path", Excel.V365, "Reads a text file.", "导入文本文件。"),
              network("IMPORTCSV", "path", Excel.V365, "Reads a CSV file.", "导入 CSV 文件。"),
              program(
                  "SQL.REQUEST",
                  "connection_string",
                  Excel.BEFORE_2007,
                  "Asks a database by SQL.",
                  "用 SQL 查询外部数据库。"),
              refused(
                  "FILTERXML",
                  Category.WEB,
                  "xml",
                  Excel.V2013,
                  "Parts of an XML text by an XPath.",
                  "用 XPath 从 XML 中提取数据。",
                  "an XPath may take any amount of work",
                  "XPath 查询的计算量没有上限"),
              refused(
                  "GETPIVOTDATA",
                  Category.LOOKUP,
                  "data_field",
                  Excel.BEFORE_2007,
                  "A value that a pivot table shows.",
                  "返回数据透视表中的数据。",
                  "the pivot tables of workbooks are not read",
                  "此处不读取工作簿中的数据透视表"),
              program("COPILOT", "prompt", Excel.V365, "Asks a language model.", "向语言模型提问。"),
              smoothing(
                  "FORECAST.ETS",
                  Set.of(Product.GOOGLE_SHEETS, Product.LIBREOFFICE),
                  List.of("target_date", "values", "timeline"),
                  List.of("seasonality", "data_completion", "aggregation"),
                  "A coming value by exponential smoothing.",
                  "用指数平滑法预测未来值。"),
              smoothing(
                  "FORECAST.ETS.CONFINT",
                  Set.of(Product.GOOGLE_SHEETS, Product.LIBREOFFICE),
                  List.of("target_date", "values", "timeline"),
                  List.of("confidence_level", "seasonality", "data_completion", "aggregation"),
                  "How far a smoothed forecast may be off.",
                  "返回指数平滑预测值的置信区间。"),
              smoothing(
                  "FORECAST.ETS.SEASONALITY",
                  Set.of(Product.GOOGLE_SHEETS),
                  List.of("values", "timeline"),
                  List.of("data_completion", "aggregation"),
                  "The length of the season that a smoothed forecast finds.",
                  "返回指数平滑预测检测到的季节长度。"),
              smoothing(
                  "FORECAST.ETS.STAT",
                  Set.of(Product.GOOGLE_SHEETS, Product.LIBREOFFICE),
                  List.of("values", "timeline", "statistic_type"),
                  List.of("seasonality", "data_completion", "aggregation"),
                  "A statistic of a smoothed forecast.",
                  "返回指数平滑预测的统计值。"),
              cube("CUBEKPIMEMBER", "A key performance indicator.", "返回关键绩效指标。"),
              cube("CUBEMEMBER", "A member of a cube.", "返回多维数据集中的成员。"),
              cube("CUBEMEMBERPROPERTY", "A property of a member.", "返回成员属性的值。"),
              cube("CUBERANKEDMEMBER", "The n-th member of a set.", "返回集合中排第 n 的成员。"),
              cube("CUBESET", "A set of members.", "定义成员集合。"),
              cube("CUBESETCOUNT", "How many members a set has.", "返回集合中的成员数。"),
              cube("CUBEVALUE", "An aggregated value of a cube.", "返回多维数据集的汇总值。"))
          .toList();

  private RefusedFunctions() {}

  private static FunctionInfo network(
      String name, String first, Excel since, String en, String zh) {
    return refused(
        name, Category.WEB, first, since, en, zh, "it fetches data from a network", "它会从网络获取数据");
  }

  private static FunctionInfo program(
      String name, String first, Excel since, String en, String zh) {
    return refused(
        name,
        Category.ADD_IN,
        first,
        since,
        en,
        zh,
        "it runs code or another program",
        "它会运行代码或其他程序");
  }

  private static FunctionInfo cube(String name, String en, String zh) {
    return refused(
        name,
        Category.CUBE,
        "connection",
        Excel.V2007,
        en,
        zh,
        "it queries an outside database",
        "它会查询外部数据库");
  }

  /**
   * Excel documents the AAA model of exponential smoothing, but neither how it starts and fits the
   * model nor how it finds the season. Each choice moves the forecast, so none that is computed
   * here could be called the one that Excel shows.
   */
  private static FunctionInfo smoothing(
      String name,
      Set<Product> lacking,
      List<String> required,
      List<String> optional,
      String en,
      String zh) {
    List<FunctionParameter> parameters = new ArrayList<>();
    required.forEach(each -> parameters.add(new FunctionParameter(each, false, false, true)));
    optional.forEach(each -> parameters.add(new FunctionParameter(each, true, false, false)));
    return new FunctionInfo(
        name,
        Category.STATISTICAL,
        parameters,
        en,
        zh,
        Excel.V2016,
        lacking,
        false,
        false,
        "Excel does not publish how it fits the model, so no value could be trusted to be the one"
            + " that Excel shows",
        "Excel 未公开其模型拟合方法，无法保证计算结果与 Excel 显示的一致");
  }

  private static FunctionInfo refused(
      String name,
      Category category,
      String first,
      Excel since,
      String en,
      String zh,
      String reason,
      String reasonZh) {
    List<FunctionParameter> parameters =
        List.of(
            new FunctionParameter(first, false, false, false),
            new FunctionParameter("arguments", true, true, false));
    return new FunctionInfo(
        name, category, parameters, en, zh, since, Set.of(), true, false, reason, reasonZh);
  }
}
