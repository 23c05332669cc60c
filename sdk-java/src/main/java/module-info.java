/** The Java SDK of Inkstone. */
module org.inkstone.sdk {
  requires transitive com.fasterxml.jackson.databind;
  requires java.net.http;
  requires static org.jspecify;

  exports org.inkstone.sdk.model;

  opens org.inkstone.sdk.model to
      com.fasterxml.jackson.databind;
}
