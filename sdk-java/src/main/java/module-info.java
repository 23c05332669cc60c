/** The Java SDK of Inkstone. */
module org.inkstone.sdk {
  requires transitive com.fasterxml.jackson.databind;
  requires transitive java.net.http;
  requires static org.jspecify;

  exports org.inkstone.sdk;
  exports org.inkstone.sdk.error;
  exports org.inkstone.sdk.model;

  opens org.inkstone.sdk.model to
      com.fasterxml.jackson.databind;
}
