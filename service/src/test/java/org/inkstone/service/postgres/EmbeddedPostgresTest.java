package org.inkstone.service.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
  @TempDir Path home;

  @Test
  void keepsItsDataAndItsPasswordFromStartToStart() throws Exception {
    String password;
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
      password = postgres.connection().password();
      execute(postgres.connection(), "create table kept (word text)");
      execute(postgres.connection(), "insert into kept values ('墨')");
      assertEquals("on", ask(postgres.connection(), "show fsync"));
      assertEquals("on", ask(postgres.connection(), "show data_checksums"));
      assertEquals(postgres.connection(), EmbeddedPostgres.running(home).orElseThrow());
      assertThrows(PostgresException.class, () -> EmbeddedPostgres.start(home));
    }
    assertTrue(EmbeddedPostgres.running(home).isEmpty());
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("password"))));
    try (EmbeddedPostgres again = EmbeddedPostgres.start(home)) {
      assertEquals(password, again.connection().password());
      assertEquals("墨", ask(again.connection(), "select word from kept"));
    }
  }

  @Test
  void refusesAWrongPassword() {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
      EmbeddedPostgres.Connection right = postgres.connection();
      SQLException refused =
          assertThrows(
              SQLException.class,
              () -> DriverManager.getConnection(right.jdbcUrl(), right.user(), "wrong").close());
      assertEquals("28P01", refused.getSQLState());
    }
  }

  @Test
  void removesHalfMadeDataOfAFirstStartThatWasKilled() throws Exception {
    Files.createDirectories(home.resolve("data.partial/base"));
    Files.writeString(home.resolve("data.partial/PG_VERSION"), "17");
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
      assertEquals("1", ask(postgres.connection(), "select 1"));
    }
    assertFalse(Files.exists(home.resolve("data.partial")));
  }

  @Test
  void refusesAnArchiveThatPointsOutside() throws Exception {
    PostgresException refused =
        assertThrows(
            PostgresException.class,
            () -> PostgresBinaries.extract(archive("../evil"), home.resolve("pg")));
    assertTrue(String.valueOf(refused.getMessage()).contains("../evil"), refused.toString());
    assertFalse(Files.exists(home.resolve("evil")));
  }

  @Test
  void aPidFileOfAnotherProgramNamesNoServer() throws Exception {
    Path file = home.resolve("postmaster.pid");
    Files.writeString(
        file, ProcessHandle.current().pid() + "\n" + home + "\n1\n5432\n\n\n\nready\n");
    assertEquals(5432, new PidFile(file).read().orElseThrow().port());
    assertTrue(new PidFile(file).liveServer(home).isEmpty());
  }

  private static ByteArrayInputStream archive(String entryName) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(new XZCompressorOutputStream(bytes))) {
      byte[] content = "x".getBytes(StandardCharsets.UTF_8);
      TarArchiveEntry entry = new TarArchiveEntry(entryName, true);
      entry.setSize(content.length);
      tar.putArchiveEntry(entry);
      tar.write(content);
      tar.closeArchiveEntry();
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }

  private static void execute(EmbeddedPostgres.Connection to, String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(to.jdbcUrl(), to.user(), to.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(EmbeddedPostgres.Connection to, String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(to.jdbcUrl(), to.user(), to.password());
        var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertTrue(rows.next());
      return rows.getString(1);
    }
  }
}
