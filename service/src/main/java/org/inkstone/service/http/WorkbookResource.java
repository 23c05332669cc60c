package org.inkstone.service.http;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.inkstone.sdk.model.WorkbookInfo;
import org.inkstone.service.task.workbook.WorkbookInfoTask;
import org.inkstone.service.task.workbook.WorkbookUpload;
import org.inkstone.service.task.workbook.WorkbookUploadTask;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Workbooks: uploaded once, asked about often. */
@Path("/v1/workbooks")
@Produces(MediaType.APPLICATION_JSON)
class WorkbookResource {
  private final WorkbookUploadTask upload;
  private final WorkbookInfoTask info;
  private final Idempotency idempotency;
  private final RequestContexts contexts;
  private final ManagedExecutor workers;

  WorkbookResource(
      WorkbookUploadTask upload,
      WorkbookInfoTask info,
      Idempotency idempotency,
      RequestContexts contexts,
      ManagedExecutor workers) {
    this.upload = upload;
    this.info = info;
    this.idempotency = idempotency;
    this.contexts = contexts;
    this.workers = workers;
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Scope(Scopes.WORKBOOKS)
  public Uni<Response> create(
      @RestForm("file") @Nullable FileUpload file, RoutingContext exchange) {
    RequestFrame frame = RequestFrame.of(exchange);
    if (file == null) {
      throw ProblemException.of(ProblemType.INVALID_REQUEST, frame.words().text("no-file"))
          .at("/file", frame.words().text("place.required"));
    }
    WorkbookUpload uploaded = new WorkbookUpload(file.fileName(), file.uploadedFile());
    return Uni.createFrom()
        .completionStage(() -> digest(uploaded, frame))
        .chain(() ->
            idempotency.answer(exchange, 201, () -> upload.run(contexts.of(exchange), uploaded)));
  }

  private CompletionStage<Void> digest(WorkbookUpload uploaded, RequestFrame frame) {
    return CompletableFuture.runAsync(
        () -> frame.bodySha256(BodyDigest.of(uploaded.fileName(), uploaded.content())), workers);
  }

  @GET
  @Path("/{id}")
  @Scope(Scopes.WORKBOOKS)
  public Uni<WorkbookInfo> get(@PathParam("id") String id, RoutingContext exchange) {
    return Uni.createFrom()
        .completionStage(() -> info.run(contexts.of(exchange), id))
        .map(found ->
            found.orElseThrow(
                () -> ProblemException.of(ProblemType.NOT_FOUND, exchange.normalizedPath())));
  }
}
