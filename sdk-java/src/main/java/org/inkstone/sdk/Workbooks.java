package org.inkstone.sdk;

import com.fasterxml.jackson.core.type.TypeReference;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.inkstone.sdk.internal.Blocking;
import org.inkstone.sdk.internal.JsonApi;
import org.inkstone.sdk.internal.Multipart;
import org.inkstone.sdk.model.WorkbookInfo;

/** Uploaded workbooks: .xlsx, .xls and .csv. */
public final class Workbooks {
  private static final TypeReference<WorkbookInfo> INFO = new TypeReference<>() {};

  private final JsonApi api;

  Workbooks(JsonApi api) {
    this.api = api;
  }

  /** Uploads a file, streamed from disk. */
  public WorkbookInfo upload(Path file) {
    return Blocking.await(uploadAsync(file));
  }

  /** The same, without waiting. */
  public CompletableFuture<WorkbookInfo> uploadAsync(Path file) {
    return api.upload("v1/workbooks", Multipart.of(file), INFO);
  }

  /** Uploads a file from memory. */
  public WorkbookInfo upload(String fileName, byte[] content) {
    return Blocking.await(uploadAsync(fileName, content));
  }

  /** The same, without waiting. */
  public CompletableFuture<WorkbookInfo> uploadAsync(String fileName, byte[] content) {
    return api.upload("v1/workbooks", Multipart.of(fileName, content), INFO);
  }

  /** What an uploaded workbook holds. */
  public WorkbookInfo get(String workbookId) {
    return Blocking.await(getAsync(workbookId));
  }

  /** The same, without waiting. */
  public CompletableFuture<WorkbookInfo> getAsync(String workbookId) {
    return api.get("v1/workbooks/" + URLEncoder.encode(workbookId, StandardCharsets.UTF_8), INFO);
  }
}
