package org.inkstone.service.task.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.inkstone.sdk.model.FunctionInfo;
import org.inkstone.sdk.model.FunctionList;
import org.junit.jupiter.api.Test;

class FunctionListingTest {
  private static final FunctionList LIST = new FunctionListing().list();

  private static FunctionInfo find(String name) {
    return LIST.functions().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void saysWhereAFunctionIs() {
    FunctionInfo xlookup = find("XLOOKUP");
    assertEquals("2021", xlookup.since());
    assertEquals(
        List.of(false, false, true, true, true, true, true, false),
        List.copyOf(xlookup.products().values()),
        xlookup::toString);
    assertEquals("XVERWEIS", xlookup.names().get("de"));
    assertTrue(find("FORMULATEXT").products().getOrDefault("libreoffice", false));
    assertTrue(find("TEXTJOIN").products().getOrDefault("libreoffice", false));
    assertFalse(find("TAKE").products().getOrDefault("google-sheets", true));
  }

  @Test
  void saysWhereNamesAreEnglishAndWhereTheyAreUnknown() {
    assertEquals(List.of("en", "ja", "ko", "zh-CN", "zh-TW"), LIST.untranslatedLocales());
    FunctionInfo take = find("TAKE");
    assertEquals("ÜBERNEHMEN", take.names().get("de"));
    assertTrue(take.unverifiedLocales().contains("pl"), take::toString);
  }

  @Test
  void countsAndGivesReasons() {
    FunctionList.Counts counts = LIST.counts();
    assertEquals(LIST.functions().size(), counts.functions());
    assertEquals(counts.functions(), counts.computed() + counts.refused());
    FunctionInfo refused = find("WEBSERVICE");
    assertEquals("refused", refused.state());
    assertNotNull(refused.reason());
    assertEquals(2, refused.reason().size());
  }
}
