package org.inkstone.service.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which methods a path has: what a 405 must say. */
@ApplicationScoped
class AllowedMethods {
  /** One method of a resource. */
  record Route(String method, String path) {
    boolean matches(String requested) {
      return requested.matches(path.replaceAll("\\{[^}]*}", "[^/]+"));
    }
  }

  private final List<Route> routes;

  AllowedMethods(BeanManager beans) {
    routes =
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
            .map(bean -> bean.getBeanClass())
            .distinct()
            .filter(type -> type.isAnnotationPresent(Path.class))
            .flatMap(AllowedMethods::routes)
            .sorted(Comparator.comparing(Route::path).thenComparing(Route::method))
            .toList();
  }

  /** All methods of all resources. */
  List<Route> routes() {
    return routes;
  }

  /** The template of this path, such as {@code /v1/runs/{id}}; a dash if there is none. */
  String template(String path) {
    return routes.stream()
        .filter(route -> route.matches(path))
        .map(Route::path)
        .findFirst()
        .orElse("-");
  }

  /** The methods of this path, as the header {@code Allow} lists them. */
  String of(String path) {
    Set<String> methods =
        routes.stream()
            .filter(route -> route.matches(path))
            .map(Route::method)
            .collect(Collectors.toCollection(TreeSet::new));
    return String.join(", ", methods);
  }

  private static Stream<Route> routes(Class<?> resource) {
    List<Route> found = new ArrayList<>();
    String base = resource.getAnnotation(Path.class).value();
    for (Method method : resource.getDeclaredMethods()) {
      Path path = method.getAnnotation(Path.class);
      for (Annotation annotation : method.getAnnotations()) {
        HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
        if (verb != null) {
          found.add(new Route(verb.value(), path == null ? base : base + path.value()));
        }
      }
    }
    return found.stream();
  }
}
