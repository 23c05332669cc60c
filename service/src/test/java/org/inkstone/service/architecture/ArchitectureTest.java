package org.inkstone.service.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Each row plants one class that breaks the map, and names a part of the sentence about it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "service.http  | org.inkstone.service.sheet.Workbook                      | http may not import",
        "service.http  | org.inkstone.service.store.RunRow                        | http may not import",
        "service.job   | org.inkstone.service.task.planted.Other                  | job may not import",
        "service.task.chart | org.inkstone.service.task.planted.Other             | task.* may not import",
        "service.task.chart | org.inkstone.service.engine.internal.planted.Other  | task.* may not import",
        "service.plan  | org.inkstone.service.task.Task                           | plan may not import",
        "service.verify | org.inkstone.service.sheet.Workbook                     | verify may not import",
        "service.document | org.inkstone.service.sheet.Workbook                   | document may not import",
        "service.prompt | org.inkstone.sdk.model.Cell                             | prompt may not import",
        "service.engine | org.inkstone.service.engine.internal.planted.Other      | engine may not import",
        "service.sheet | org.inkstone.service.plan.planted.Other                  | sheet may not import",
        "service.store | org.inkstone.service.http.planted.Other                  | store may not import",
        "service.task  | org.inkstone.service.store.planted.Other                 | task may not import",
        "service.postgres | org.inkstone.sdk.model.Cell                           | postgres may not import",
        "service.http  | org.inkstone.service.config.planted.Other                | http may not import",
        "service.config | org.inkstone.service.cli.planted.Other                  | config may not import",
        "sdk.model     | org.inkstone.sdk.error.planted.Other                     | sdk.model may not import",
        "sdk.error     | org.inkstone.sdk.internal.planted.Other                  | sdk.error may not import",
        "sdk.internal  | org.inkstone.sdk.Other                                   | sdk.internal may not import",
        "sdk           | org.inkstone.service.task.Task                           | sdk may not import",
        "connector.zoom | org.inkstone.connector.planted.Other                    | connector.* may not import",
        "connector     | org.inkstone.service.task.Task                           | connector may not import",
        "service.elsewhere | java.lang.String                                     | not on the map",
        "service.sheet | jakarta.inject.Inject                                    | jakarta",
        "service.engine | io.smallrye.mutiny.Uni                                  | io.smallrye",
        "service.plan  | ai.onnxruntime.OrtSession                                | ai.onnxruntime",
        "service.http  | org.apache.poi.ss.usermodel.Workbook                     | org.apache.poi",
      })
  void catchesAPlantedImport(String room, String imported, String sentence, @TempDir Path folder)
      throws IOException {
    String source =
        "package org.inkstone.%s; public class Planted { %s thing; }".formatted(room, imported);
    List<JavaFileObject> sources = new ArrayList<>(List.of(file("Planted", source)));
    if (imported.startsWith("org.inkstone.") && !exists(imported)) {
      int dot = imported.lastIndexOf('.');
      String name = imported.substring(dot + 1);
      sources.add(
          file(name, "package %s; public class %s {}".formatted(imported.substring(0, dot), name)));
    }
    assertCaught(sources, sentence, folder);
  }

  @Test
  void catchesACycleBetweenPackagesOfOneRoom(@TempDir Path folder) throws IOException {
    assertCaught(
        List.of(
            file(
                "A",
                "package org.inkstone.service.sheet.a; public class A { Object b = new org.inkstone.service.sheet.b.B(); }"),
            file(
                "B",
                "package org.inkstone.service.sheet.b; public class B { org.inkstone.service.sheet.a.A a; }")),
        "Cycle detected",
        folder);
  }

  @ParameterizedTest
  @CsvSource({"SheetManager", "RunHelper", "TextUtils", "RunStoreImpl"})
  void catchesANameThatSaysNothing(String name, @TempDir Path folder) throws IOException {
    assertCaught(
        List.of(file(name, "package org.inkstone.service.sheet; public class " + name + " {}")),
        name,
        folder);
  }

  private static void assertCaught(List<JavaFileObject> sources, String sentence, Path folder)
      throws IOException {
    compile(sources, folder);
    List<String> found = ImportMap.violations(new ClassFileImporter().importPath(folder));
    assertTrue(
        found.stream().anyMatch(violation -> violation.contains(sentence.strip())),
        () -> "expected \"" + sentence + "\" among " + found);
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
