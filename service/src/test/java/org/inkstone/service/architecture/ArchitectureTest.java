package org.inkstone.service.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchitectureTest {
  @Test
  void everyClassKeepsToTheMap() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.inkstone");
    assertTrue(classes.size() > 50, "too few classes were read: " + classes.size());
    assertEquals(List.of(), ImportMap.violations(classes));
  }

  @Test
  void everyPackageSaysWhatItIs() throws IOException {
    List<Path> silent = new ArrayList<>();
    for (String module : List.of("sdk-java", "connectors", "service", "examples")) {
      Path sources = Path.of("..", module, "src/main/java");
      if (!Files.isDirectory(sources)) {
        continue;
      }
      try (Stream<Path> folders = Files.walk(sources).filter(Files::isDirectory)) {
        folders.filter(ArchitectureTest::isSilent).forEach(silent::add);
      }
    }
    assertEquals(List.of(), silent);
  }

  private static boolean isSilent(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      boolean hasClasses =
          files.anyMatch(file ->
              file.toString().endsWith(".java")
                  && !file.getFileName().toString().equals("module-info.java"));
      Path info = folder.resolve("package-info.java");
      return hasClasses
          && !(Files.exists(info)
              && Files.readString(info).contains("@NullMarked")
              && Files.readString(info).contains("/**"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A class in a room that breaks the map, and a part of the sentence about it. */
  private record Planted(String room, String imported, String sentence) {}

  private static final List<Planted> PLANTED =
      List.of(
          new Planted("service.http", "org.inkstone.service.sheet.Workbook", "http may not import"),
          new Planted("service.http", "org.inkstone.service.store.RunRow", "http may not import"),
          new Planted(
              "service.job", "org.inkstone.service.task.planted.Other", "job may not import"),
          new Planted(
              "service.task.chart",
              "org.inkstone.service.task.planted.Other",
              "task.* may not import"),
          new Planted(
              "service.task.chart",
              "org.inkstone.service.engine.internal.planted.Other",
              "task.* may not import"),
          new Planted("service.plan", "org.inkstone.service.task.Task", "plan may not import"),
          new Planted(
              "service.verify", "org.inkstone.service.sheet.Workbook", "verify may not import"),
          new Planted(
              "service.document", "org.inkstone.service.sheet.Workbook", "document may not import"),
          new Planted("service.prompt", "org.inkstone.sdk.model.Cell", "prompt may not import"),
          new Planted(
              "service.engine",
              "org.inkstone.service.engine.internal.planted.Other",
              "engine may not import"),
          new Planted(
              "service.sheet", "org.inkstone.service.plan.planted.Other", "sheet may not import"),
          new Planted(
              "service.store", "org.inkstone.service.http.planted.Other", "store may not import"),
          new Planted(
              "service.task", "org.inkstone.service.store.planted.Other", "task may not import"),
          new Planted("service.postgres", "org.inkstone.sdk.model.Cell", "postgres may not import"),
          new Planted(
              "service.http", "org.inkstone.service.config.planted.Other", "http may not import"),
          new Planted(
              "service.config", "org.inkstone.service.cli.planted.Other", "config may not import"),
          new Planted(
              "sdk.model", "org.inkstone.sdk.error.planted.Other", "sdk.model may not import"),
          new Planted(
              "sdk.error", "org.inkstone.sdk.internal.planted.Other", "sdk.error may not import"),
          new Planted("sdk.internal", "org.inkstone.sdk.Other", "sdk.internal may not import"),
          new Planted("sdk", "org.inkstone.service.task.Task", "sdk may not import"),
          new Planted(
              "connector.zoom",
              "org.inkstone.connector.planted.Other",
              "connector.* may not import"),
          new Planted("connector", "org.inkstone.service.task.Task", "connector may not import"),
          new Planted("service.elsewhere", "java.lang.String", "not on the map"),
          new Planted("service.sheet", "jakarta.inject.Inject", "jakarta"),
          new Planted("service.engine", "io.smallrye.mutiny.Uni", "io.smallrye"),
          new Planted("service.plan", "ai.onnxruntime.OrtSession", "ai.onnxruntime"),
          new Planted("service.http", "org.apache.poi.ss.usermodel.Workbook", "org.apache.poi"));

  @Test
  void catchesEveryPlantedImport(@TempDir Path folder) throws IOException {
    List<JavaFileObject> sources = new ArrayList<>();
    Set<String> targets = new TreeSet<>();
    for (int i = 0; i < PLANTED.size(); i++) {
      Planted planted = PLANTED.get(i);
      String name = "Planted" + i;
      sources.add(
          file(
              name,
              "package org.inkstone.%s; public class %s { %s thing; }"
                  .formatted(planted.room(), name, planted.imported())));
      if (planted.imported().startsWith("org.inkstone.") && !exists(planted.imported())) {
        targets.add(planted.imported());
      }
    }
    for (String target : targets) {
      int dot = target.lastIndexOf('.');
      String name = target.substring(dot + 1);
      sources.add(
          file(name, "package %s; public class %s {}".formatted(target.substring(0, dot), name)));
    }
    List<String> found = violations(sources, folder);
    for (int i = 0; i < PLANTED.size(); i++) {
      String name = ".Planted" + i;
      String sentence = PLANTED.get(i).sentence();
      assertTrue(
          found.stream()
              .anyMatch(v -> v.matches("(?s).*\\Q" + name + "\\E\\b.*") && v.contains(sentence)),
          () -> "expected \"" + sentence + "\" about " + name + " among " + found);
    }
  }

  @Test
  void catchesACycleAndNamesThatSayNothing(@TempDir Path folder) throws IOException {
    List<JavaFileObject> sources = new ArrayList<>();
    sources.add(
        file(
            "A",
            "package org.inkstone.service.sheet.a;"
                + " public class A { Object b = new org.inkstone.service.sheet.b.B(); }"));
    sources.add(
        file(
            "B",
            "package org.inkstone.service.sheet.b;"
                + " public class B { org.inkstone.service.sheet.a.A a; }"));
    List<String> names = List.of("SheetManager", "RunHelper", "TextUtils", "RunStoreImpl");
    for (String name : names) {
      sources.add(file(name, "package org.inkstone.service.sheet; public class " + name + " {}"));
    }
    String all = String.join("\n", violations(sources, folder));
    assertTrue(all.contains("Cycle detected"), all);
    for (String name : names) {
      assertTrue(all.contains(name), () -> name + " was not caught: " + all);
    }
  }

  private static List<String> violations(List<JavaFileObject> sources, Path folder) {
    compile(sources, folder);
    return ImportMap.violations(new ClassFileImporter().importPath(folder));
  }

  private static boolean exists(String className) {
    try {
      Class.forName(className, false, ArchitectureTest.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private static JavaFileObject file(String name, String source) {
    return new SimpleJavaFileObject(
        URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
      }
    };
  }

  private static void compile(List<JavaFileObject> sources, Path folder) {
    List<String> options =
        List.of(
            "-d", folder.toString(), "-proc:none", "-cp", System.getProperty("java.class.path"));
    boolean compiled =
        ToolProvider.getSystemJavaCompiler()
            .getTask(null, null, null, options, null, sources)
            .call();
    assertTrue(compiled, "the planted class must compile");
  }
}
