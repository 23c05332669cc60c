package org.inkstone.connector.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.inkstone.connector.TranscriptFormatException;
import org.inkstone.sdk.model.Segment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebVttReaderTest {
  @Test
  void readsVoicesIdentifiersAndTimes() {
    assertEquals(
        List.of(
            new Segment("intro", "Ann Lee", 1_000, 3_500, "Shall we begin? It's 5 < 6."),
            new Segment("s2", "王芳", 3_661_000, 3_662_250, "好的，周五之前交报告。")),
        segments(
            """
            WEBVTT - weekly

            NOTE exported
            by a machine

            STYLE
            ::cue { color: red }

            intro
            00:01.000 --> 00:03.500 align:start
            <v.loud Ann Lee>Shall we <b>begin</b>?
            It's 5 &lt; 6.</v>

            01:01:01.000 --> 01:01:02.250
            王芳：好的，周五之前交报告。
            """));
  }

  @Test
  void oneCueWithTwoVoicesIsTwoSegmentsWithTheirOwnIds() {
    assertEquals(
        List.of(new Segment("7", "A", 0, 1_000, "Yes."), new Segment("7-2", "B", 0, 1_000, "No.")),
        segments("WEBVTT\n\n7\n00:00.000 --> 00:01.000\n<v A>Yes.</v>\n<v B>No.</v>\n"));
  }

  @Test
  void readsOldLineEndsByteOrderMarkAndNoLastLineEnd() {
    assertEquals(
        List.of(new Segment("s1", null, 0, 1_000, "hello")),
        segments("\uFEFFWEBVTT\r\n\r\n00:00.000 --> 00:01.000\r\nhello"));
  }

  @Test
  void leavesOutCuesWithoutWords() {
    assertEquals(List.of(), segments("WEBVTT\n\n00:00.000 --> 00:01.000\n<b></b>\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 'hello'",
    "3, 'WEBVTT\n\n0:0 --> 00:01.000\nx'",
    "3, 'WEBVTT\n\n00:05.000 --> 00:01.000\nx'",
    "4, 'WEBVTT\n\n1\n-->\nx'",
    "3, 'WEBVTT\n\n99999999999999999999:00:00.000 --> 00:01.000\nx'"
  })
  void saysTheLineThatIsWrong(int line, String text) {
    TranscriptFormatException wrong =
        assertThrows(TranscriptFormatException.class, () -> WebVttReader.read(text));
    assertEquals(line, wrong.line());
  }

  @Test
  void readsAFileOfManyCuesInLinearTime() {
    StringBuilder text = new StringBuilder("WEBVTT\n\n");
    for (int i = 0; i < 50_000; i++) {
      text.append("00:00.000 --> 00:01.000\n<v A>word ").append(i).append("\n\n");
    }
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertEquals(50_000, segments(text.toString()).size()));
  }

  private static List<Segment> segments(String text) {
    return WebVttReader.read(text).segments();
  }
}
