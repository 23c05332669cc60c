package org.inkstone.service.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The map of service/README.md: which package may import which, and the other walls. */
final class ImportMap {
  private static final String BASE = "org.inkstone.";

  /**
   * One row of the map. {@code *} stands for one more word of a package's name; a room holds its
   * package and everything below that has no row of its own.
   */
  private record Room(String name, Set<String> mayImport) {
    boolean holds(String packageName) {
      String pattern = Pattern.quote(BASE + name).replace("*", "\\E[^.]+\\Q");
      return packageName.matches(pattern + "(\\..*)?");
    }
  }

  private static final List<Room> ROOMS =
      List.of(
          room("sdk.model"),
          room("sdk.error", "sdk.model"),
          room("sdk.internal", "sdk.error", "sdk.model"),
          room("sdk", "sdk.internal", "sdk.error", "sdk.model"),
          room("service.http", "service.task", "service.task.*", "service.job", "sdk.model"),
          room("service.job", "service.task", "sdk.model"),
          room("service.task", "service.sheet", "sdk.model"),
          room(
              "service.task.*",
              "service.task",
              "service.prompt",
              "service.engine",
              "service.plan",
              "service.verify",
              "service.sheet",
              "service.document",
              "sdk.model"),
          room("service.plan", "service.sheet", "service.engine", "sdk.model"),
          room("service.verify", "sdk.model"),
          room("service.sheet", "sdk.model"),
          room("service.document", "sdk.model"),
          room("service.prompt"),
          room("service.engine"),
          room("service.engine.internal", "service.engine"),
          room("service.store", "service.task", "service.sheet", "sdk.model"),
          room("service.postgres"),
          room("service.config", "service*", "connector", "sdk.model"),
          room("service.cli", "service*", "connector", "sdk.model"),
          room("connector", "sdk.model"),
          room("connector.*", "connector", "sdk.model"));

  private static final String[] PLAIN = {
    "org.inkstone.service.engine..",
    "org.inkstone.service.prompt..",
    "org.inkstone.service.plan..",
    "org.inkstone.service.verify..",
    "org.inkstone.service.sheet..",
    "org.inkstone.service.document..",
    "org.inkstone.service.postgres..",
    "org.inkstone.sdk.."
  };

  private ImportMap() {}

  private static Room room(String name, String... mayImport) {
    return new Room(name, Set.of(mayImport));
  }

  /** Every sentence that these classes break. */
  static List<String> violations(JavaClasses classes) {
    List<String> found = new ArrayList<>();
    for (JavaClass type : classes) {
      if (type.getPackageName().startsWith(BASE)) {
        wrongImports(type, found);
      }
    }
    for (ArchRule rule : walls()) {
      found.addAll(rule.evaluate(classes).getFailureReport().getDetails());
    }
    return found;
  }

  private static void wrongImports(JavaClass type, List<String> found) {
    Optional<Room> from = roomOf(type.getPackageName());
    if (from.isEmpty()) {
      found.add(type.getName() + " is in a package that is not on the map");
      return;
    }
    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
      String target = dependency.getTargetClass().getPackageName();
      if (target.startsWith(BASE) && !mayImport(from.get(), type.getPackageName(), target)) {
        found.add(from.get().name() + " may not import: " + dependency.getDescription());
      }
    }
  }

  private static boolean mayImport(Room from, String source, String target) {
    Optional<Room> to = roomOf(target);
    if (to.isEmpty()) {
      return true; // reported at the target
    }
    boolean sameRoom =
        to.get().equals(from)
            && (!from.name().endsWith(".*") || feature(source).equals(feature(target)));
    boolean wholeService =
        from.mayImport().contains("service*")
            && to.get().name().startsWith("service.")
            && !to.get().name().equals("service.cli")
            && !(to.get().name().equals("service.config") && from.name().equals("service.config"));
    return sameRoom || from.mayImport().contains(to.get().name()) || wholeService;
  }

  /** The package of the one feature or vendor: {@code org.inkstone.service.task.formula}. */
  private static String feature(String packageName) {
    Room room = roomOf(packageName).orElseThrow();
    int words = BASE.split("\\.").length + room.name().split("\\.").length;
    String[] all = packageName.split("\\.");
    return String.join(".", List.of(all).subList(0, Math.min(words, all.length)));
  }

  private static Optional<Room> roomOf(String packageName) {
    return ROOMS.stream()
        .filter(room -> room.holds(packageName))
        .max(Comparator.comparingInt(room -> room.name().split("\\.").length));
  }

  private static List<ArchRule> walls() {
    return List.of(
        ArchRuleDefinition.noClasses()
            .that()
            .resideInAnyPackage(PLAIN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "io.quarkus..", "jakarta..", "org.eclipse.microprofile..", "io.smallrye..")
            .allowEmptyShould(true),
        ArchRuleDefinition.noClasses()
            .that()
            .resideOutsideOfPackage("org.inkstone.service.engine.internal..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.onnxruntime..")
            .allowEmptyShould(true),
        ArchRuleDefinition.noClasses()
            .that()
            .resideOutsideOfPackages(
                "org.inkstone.service.sheet..", "org.inkstone.service.document..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.poi..")
            .allowEmptyShould(true),
        ArchRuleDefinition.noClasses()
            .should()
            .haveNameMatching(".*(Manager|Helper|Utils?|Common|Impl)")
            .allowEmptyShould(true),
        SlicesRuleDefinition.slices()
            .matching("org.inkstone.(**)")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true));
  }
}
