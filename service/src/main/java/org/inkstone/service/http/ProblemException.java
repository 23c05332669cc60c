package org.inkstone.service.http;

import java.util.List;
import java.util.Map;
import org.inkstone.sdk.model.Problem;

/** Ends a request with a problem. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient ProblemType type;
  private final transient List<Object> arguments;
  private final transient List<Problem.Place> places;
  private final transient Map<String, String> headers;

  private ProblemException(
      ProblemType type,
      List<Object> arguments,
      List<Problem.Place> places,
      Map<String, String> headers) {
    super(type.urn());
    this.type = type;
    this.arguments = List.copyOf(arguments);
    this.places = List.copyOf(places);
    this.headers = Map.copyOf(headers);
  }

  /** A problem whose detail has these arguments. */
  public static ProblemException of(ProblemType type, Object... arguments) {
    return new ProblemException(type, List.of(arguments), List.of(), Map.of());
  }

  /** The same with the places in the request that caused it. */
  ProblemException at(List<Problem.Place> where) {
    return new ProblemException(type, arguments, where, headers);
  }

  /** The same with one place. */
  ProblemException at(String pointer, String message) {
    return at(List.of(new Problem.Place(pointer, message)));
  }

  /** The same with a response header. */
  public ProblemException header(String name, String value) {
    return new ProblemException(type, arguments, places, Map.of(name, value));
  }

  ProblemType type() {
    return type;
  }

  List<Object> arguments() {
    return arguments;
  }

  List<Problem.Place> places() {
    return places;
  }

  Map<String, String> headers() {
    return headers;
  }
}
