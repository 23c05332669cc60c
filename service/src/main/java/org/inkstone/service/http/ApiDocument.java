package org.inkstone.service.http;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.inkstone.sdk.model.ApiKeyInfo;
import org.inkstone.sdk.model.ApiKeyRequest;
import org.inkstone.sdk.model.EvaluateRequest;
import org.inkstone.sdk.model.EvaluateResult;
import org.inkstone.sdk.model.ExplainResult;
import org.inkstone.sdk.model.FormulaAnswer;
import org.inkstone.sdk.model.FormulaRequest;
import org.inkstone.sdk.model.FunctionList;
import org.inkstone.sdk.model.Problem;
import org.inkstone.sdk.model.RunInfo;
import org.inkstone.sdk.model.TaskResult;
import org.inkstone.sdk.model.WorkbookInfo;

/**
 * Completes the published document: the paths are written by hand in {@code META-INF/openapi.yaml},
 * the schemas come from the records themselves, and every operation can end in a problem.
 */
public final class ApiDocument implements OASFilter {
  private static final List<Class<? extends Record>> RECORDS =
      List.of(
          ApiKeyInfo.class,
          ApiKeyRequest.class,
          EvaluateRequest.class,
          EvaluateResult.class,
          ExplainResult.class,
          FormulaRequest.class,
          FunctionList.class,
          Problem.class,
          RunInfo.class,
          WorkbookInfo.class);

  @Override
  public void filterOpenAPI(OpenAPI document) {
    RecordSchemas schemas = new RecordSchemas();
    RECORDS.forEach(schemas::add);
    schemas.addResult("FormulaResult", TaskResult.class, FormulaAnswer.class);
    schemas.all().forEach(document.getComponents()::addSchema);
    document.getPaths().getPathItems().values().stream()
        .flatMap(path -> path.getOperations().values().stream())
        .forEach(ApiDocument::addProblem);
  }

  private static void addProblem(Operation operation) {
    Schema problem = OASFactory.createSchema().ref("#/components/schemas/Problem");
    operation
        .getResponses()
        .setDefaultValue(
            OASFactory.createAPIResponse()
                .description("The request failed; the problem says why.")
                .content(
                    OASFactory.createContent()
                        .addMediaType(
                            Problems.MEDIA_TYPE, OASFactory.createMediaType().schema(problem))));
  }
}
