package org.inkstone.service.engine.internal.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class StopTextTest {
  @Test
  void findsAStopStringAcrossPieces() {
    StopText text = new StopText(List.of("\n\n", "结束。"));
    assertFalse(text.append("会议结"));
    assertEquals("会议", text.release());
    assertFalse(text.append("束"));
    assertEquals("", text.release());
    assertTrue(text.append("。后面"));
    assertEquals("", text.releaseAll());
    assertEquals("会议", text.toString());
  }

  @Test
  void releasesWhatTurnedOutToBeNoStop() {
    StopText text = new StopText(List.of("aab"));
    text.append("aa");
    assertEquals("", text.release());
    text.append("a");
    assertEquals("a", text.release());
    text.append("c");
    assertEquals("aac", text.release());
  }

  @Test
  void takesTheFirstOfSeveralStops() {
    StopText text = new StopText(List.of("d", "bc"));
    assertTrue(text.append("abcd"));
    assertEquals("a", text.toString());
  }

  @Test
  void withoutStopsReleasesEverythingAtOnce() {
    StopText text = new StopText(List.of(""));
    assertFalse(text.append("abc"));
    assertEquals("abc", text.release());
    assertEquals("", text.releaseAll());
  }
}
