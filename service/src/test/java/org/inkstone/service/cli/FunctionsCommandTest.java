package org.inkstone.service.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class FunctionsCommandTest {
  private static String printed(String... options) {
    StringWriter out = new StringWriter();
    CommandLine command = new CommandLine(new FunctionsCommand());
    command.setOut(new PrintWriter(out)).setErr(new PrintWriter(out));
    command.execute(options);
    return out.toString();
  }

  @Test
  void printsALineAFunctionAndTheCounts() {
    List<String> lines = printed().lines().toList();
    String counts = "\\d+ functions: \\d+ computed, \\d+ refused";
    assertTrue(lines.getLast().matches(counts), lines::getLast);
    assertTrue(lines.getLast().startsWith(lines.size() - 1 + " functions"), lines::getLast);
    assertTrue(lines.stream().anyMatch(l -> l.startsWith("SUM(")));
    assertTrue(printed("--language", "zh").strip().endsWith("个"));
  }

  @Test
  void printsJsonAndMarkdown() throws IOException {
    JsonNode all = new ObjectMapper().readTree(printed("--json"));
    assertEquals(all.at("/counts/functions").asInt(), all.at("/functions").size());
    String table = printed("--markdown");
    assertTrue(table.startsWith("| Function |"), table);
    assertEquals(
        all.at("/functions").size() + 2, table.lines().filter(l -> l.startsWith("|")).count());
  }

  @Test
  void findsAFunctionByItsNameInAnyLanguage() throws IOException {
    assertTrue(printed("sverweis").startsWith("VLOOKUP("));
    assertEquals(
        "VLOOKUP", new ObjectMapper().readTree(printed("ВПР", "--json")).at("/name").asText());
    assertTrue(printed("NOSUCH").contains("no function is called NOSUCH"));
    assertTrue(printed("--language", "fr").contains("must be en or zh, was fr"));
  }
}
