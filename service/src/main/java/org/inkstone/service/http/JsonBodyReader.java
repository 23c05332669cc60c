package org.inkstone.service.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Gives resources their JSON bodies through {@link JsonBody} and notes the body's digest. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
@Priority(1)
class JsonBodyReader implements MessageBodyReader<Object> {
  private final JsonBody body;
  private final CurrentVertxRequest request;
  private final RequestLimits limits;

  JsonBodyReader(JsonBody body, CurrentVertxRequest request, RequestLimits limits) {
    this.body = body;
    this.request = request;
    this.limits = limits;
  }

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type.getPackageName().startsWith("org.inkstone.");
  }

  @Override
  public Object readFrom(
      Class<Object> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream stream)
      throws IOException {
    RequestFrame frame = RequestFrame.of(request.getCurrent());
    long limit = limits.maxJsonBytes();
    byte[] bytes = stream.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE - 16));
    if (bytes.length > limit) {
      throw ProblemException.of(ProblemType.TOO_LARGE, Long.toString(limit));
    }
    frame.bodySha256(BodyDigest.of(bytes));
    return body.read(bytes, type, frame.words());
  }
}
