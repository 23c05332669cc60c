package org.inkstone.service.plan;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SpellingTest {
  @Test
  void oneSlipIsForgiven() {
    assertTrue(Spelling.isNear("avrage", "average"), "a letter left out");
    assertTrue(Spelling.isNear("totall", "total"), "a letter too many");
    assertTrue(Spelling.isNear("amuont", "amount"), "two letters exchanged");
    assertTrue(Spelling.isNear("quentity", "quantity"), "a wrong letter");
  }

  @Test
  void lettersThatSoundAlikeAreForgivenInShorterWords() {
    assertTrue(Spelling.isNear("klaret", "klarit"));
    assertTrue(Spelling.isNear("musik", "music"), "at the end");
    assertTrue(Spelling.isNear("prise", "prize"));
    assertFalse(Spelling.isNear("north", "norms"));
  }

  @Test
  void otherWordsStayOtherWords() {
    assertFalse(Spelling.isNear("hotel", "total"));
    assertFalse(Spelling.isNear("dates", "rates"), "another beginning");
    assertFalse(Spelling.isNear("terms", "teams"), "too short for a wrong letter");
    assertFalse(Spelling.isNear("discount", "count"));
  }
}
