package org.inkstone.sdk;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.concurrent.CompletableFuture;
import org.inkstone.sdk.internal.Blocking;
import org.inkstone.sdk.internal.JsonApi;
import org.inkstone.sdk.model.EvaluateRequest;
import org.inkstone.sdk.model.EvaluateResult;
import org.inkstone.sdk.model.ExplainResult;
import org.inkstone.sdk.model.FormulaAnswer;
import org.inkstone.sdk.model.FormulaRequest;
import org.inkstone.sdk.model.FunctionList;
import org.inkstone.sdk.model.TaskResult;

/** Plain words to formulas, and what belongs to them. */
public final class Formulas {
  private final JsonApi api;

  Formulas(JsonApi api) {
    this.api = api;
  }

  /**
   * Asks for a formula in plain words. The result is {@code Verified}, {@code Unverified} or {@code
   * Refused}; none of them is an error.
   */
  public TaskResult<FormulaAnswer> write(FormulaRequest request) {
    return Blocking.await(writeAsync(request));
  }

  /** The same, without waiting. */
  public CompletableFuture<TaskResult<FormulaAnswer>> writeAsync(FormulaRequest request) {
    return api.post("v1/formulas", request, new TypeReference<>() {});
  }

  /** Computes a formula over a sheet. No model is asked. */
  public EvaluateResult evaluate(EvaluateRequest request) {
    return Blocking.await(evaluateAsync(request));
  }

  /** The same, without waiting. */
  public CompletableFuture<EvaluateResult> evaluateAsync(EvaluateRequest request) {
    return api.post("v1/formulas/evaluate", request, new TypeReference<>() {});
  }

  /** Explains a formula by its parts and their values. No model is asked. */
  public ExplainResult explain(EvaluateRequest request) {
    return Blocking.await(explainAsync(request));
  }

  /** The same, without waiting. */
  public CompletableFuture<ExplainResult> explainAsync(EvaluateRequest request) {
    return api.post("v1/formulas/explain", request, new TypeReference<>() {});
  }

  /** The functions that the calculation engine knows. */
  public FunctionList functions() {
    return Blocking.await(functionsAsync());
  }

  /** The same, without waiting. */
  public CompletableFuture<FunctionList> functionsAsync() {
    return api.get("v1/functions", new TypeReference<>() {});
  }
}
