package org.inkstone.service.task.formula;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.inkstone.sdk.model.FunctionList;
import org.inkstone.service.sheet.function.FunctionCatalog;
import org.inkstone.service.sheet.function.FunctionInfo;
import org.inkstone.service.sheet.function.Product;
import org.inkstone.service.sheet.locale.FormulaLocale;
import org.inkstone.service.sheet.locale.FormulaLocalizer;
import org.inkstone.service.task.Task;
import org.inkstone.service.task.TaskContext;

/** The functions of the calculation engine: those that are computed and those that are refused. */
public final class FunctionListing implements Task<FunctionListing.All, FunctionList> {
  private static final List<Map<String, String>> SOURCES =
      List.of(
          Map.of(
              "en",
              "localized names: LibreOffice 7.4's language packs, and a table made by hand where"
                  + " Excel differs or is newer; not tried in Excel",
              "zh",
              "各语言名称：取自 LibreOffice 7.4 的语言包；Excel 不同或更新之处取自手工编写的表，未在 Excel 中试过"),
          Map.of(
              "en", "LibreOffice: the functions of LibreOffice 7.4",
              "zh", "LibreOffice：以 LibreOffice 7.4 的函数为准"),
          Map.of(
              "en", "WPS and Google Sheets: from documentation, not tried in these products",
              "zh", "WPS 和 Google 表格：依据文档，未在这些产品中试过"));

  /** All of them. */
  public enum All {
    FUNCTIONS
  }

  private final FunctionList list = listed();

  @Override
  public CompletionStage<FunctionList> run(TaskContext context, All input) {
    return CompletableFuture.completedStage(list);
  }

  /** The same without a caller, for the command line. */
  public FunctionList list() {
    return list;
  }

  private static FunctionList listed() {
    List<FormulaLocalizer> translating =
        FormulaLocale.all().stream()
            .filter(FormulaLocale::translates)
            .map(locale -> new FormulaLocalizer(locale, Product.EXCEL_365))
            .toList();
    List<org.inkstone.sdk.model.FunctionInfo> functions =
        FunctionCatalog.standard().all().stream().map(i -> described(i, translating)).toList();
    int computed = (int) functions.stream().filter(f -> f.state().equals("computed")).count();
    return new FunctionList(
        functions,
        FormulaLocale.all().stream().filter(l -> !l.translates()).map(FormulaLocale::tag).toList(),
        SOURCES,
        new FunctionList.Counts(functions.size(), computed, functions.size() - computed));
  }

  private static org.inkstone.sdk.model.FunctionInfo described(
      FunctionInfo info, List<FormulaLocalizer> translating) {
    Map<String, Boolean> products = new LinkedHashMap<>();
    for (Product product : Product.values()) {
      products.put(product.id(), info.isIn(product));
    }
    Map<String, String> names = new LinkedHashMap<>();
    List<String> unverified = new ArrayList<>();
    for (FormulaLocalizer localizer : translating) {
      if (localizer.isNameKnown(info.name())) {
        names.put(localizer.locale().tag(), localizer.name(info.name()));
      } else {
        unverified.add(localizer.locale().tag());
      }
    }
    String refusal = info.refusal();
    String refusalZh = info.refusalZh();
    return new org.inkstone.sdk.model.FunctionInfo(
        info.name(),
        info.signature(),
        info.category().name().toLowerCase(Locale.ROOT),
        Map.of("en", info.en(), "zh", info.zh()),
        info.since().label(),
        products,
        names,
        unverified,
        info.computed() ? "computed" : "refused",
        refusal == null || refusalZh == null ? null : Map.of("en", refusal, "zh", refusalZh));
  }
}
