package org.inkstone.service.task.formula;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.inkstone.sdk.model.FunctionList;
import org.inkstone.service.sheet.function.FunctionCatalog;
import org.inkstone.service.sheet.function.FunctionInfo;
import org.inkstone.service.task.Task;
import org.inkstone.service.task.TaskContext;

/** The functions of the calculation engine: those that are computed and those that are refused. */
public final class FunctionListing implements Task<FunctionListing.All, FunctionList> {
  /** All of them. */
  public enum All {
    FUNCTIONS
  }

  private final FunctionList list = new FunctionList(functions());

  @Override
  public CompletionStage<FunctionList> run(TaskContext context, All input) {
    return CompletableFuture.completedStage(list);
  }

  /** The same without a caller, for the command line. */
  public FunctionList list() {
    return list;
  }

  private static List<org.inkstone.sdk.model.FunctionInfo> functions() {
    return FunctionCatalog.standard().all().stream().map(FunctionListing::described).toList();
  }

  private static org.inkstone.sdk.model.FunctionInfo described(FunctionInfo info) {
    return new org.inkstone.sdk.model.FunctionInfo(
        info.name(),
        info.signature(),
        info.category().name().toLowerCase(Locale.ROOT),
        Map.of("en", info.en(), "zh", info.zh()),
        info.since().label(),
        info.computed() ? "computed" : "refused",
        info.refusal());
  }
}
