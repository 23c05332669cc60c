package org.inkstone.service.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How large a request may be and how long it may take. */
@ConfigMapping(prefix = "inkstone.request")
interface RequestLimits {
  /** Bytes of a JSON body. */
  @WithDefault("16777216")
  long maxJsonBytes();

  /** Bytes of an upload, the form around it included. */
  @WithDefault("53477376")
  long maxUploadBytes();

  /** How long a task may take before it is given up. */
  @WithDefault("PT2M")
  Duration deadline();

  /** The bytes that a body of this media type may have. */
  default long of(@Nullable String contentType) {
    boolean upload = contentType != null && contentType.startsWith("multipart/");
    return upload ? maxUploadBytes() : maxJsonBytes();
  }
}
