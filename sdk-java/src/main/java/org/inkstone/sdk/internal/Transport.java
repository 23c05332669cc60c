package org.inkstone.sdk.internal;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

/** Sends a request and brings the answer, whatever its status. */
public interface Transport {
  /** Fails with the transport's own exception; a status of 400 and more is not a failure here. */
  CompletableFuture<HttpResponse<byte[]>> send(HttpRequest request);
}
