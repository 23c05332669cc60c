package org.inkstone.service.sheet.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.inkstone.service.sheet.format.BuiltInFormats;
import org.jspecify.annotations.Nullable;

/** The number formats of cell styles, by the number of the style. */
final class StylesPart {
  private final Map<Integer, String> codes = new HashMap<>();
  private final List<@Nullable String> formats = new ArrayList<>();

  static StylesPart read(XmlPart xml, ReadBudget budget) {
    StylesPart styles = new StylesPart();
    while (xml.nextStart()) {
      switch (xml.name()) {
        case "numFmt" -> styles.code(xml, budget);
        case "cellXfs" -> styles.formats(xml, budget);
        case "dxfs" -> xml.skip(); // its formats belong to conditional formatting
        default -> {
          // fonts, fills and borders don't change what a cell means
        }
      }
    }
    return styles;
  }

  private void code(XmlPart xml, ReadBudget budget) {
    String code = xml.attribute("formatCode");
    if (code != null) {
      budget.check(ReadLimit.DECLARATIONS, codes.size() + 1L);
      codes.put(xml.number("numFmtId", -1), budget.text(code));
    }
  }

  private void formats(XmlPart xml, ReadBudget budget) {
    int parent = xml.depth();
    while (xml.nextStartWithin(parent)) {
      if (xml.name().equals("xf")) {
        budget.check(ReadLimit.DECLARATIONS, formats.size() + 1L);
        formats.add(codeOf(xml.number("numFmtId", 0)));
      }
    }
  }

  private @Nullable String codeOf(int id) {
    String code = codes.getOrDefault(id, BuiltInFormats.code(id));
    return code == null || code.isEmpty() || code.equalsIgnoreCase("General") ? null : code;
  }

  /** The format code of a style; null is General. */
  @Nullable String format(int style) {
    return style >= 0 && style < formats.size() ? formats.get(style) : null;
  }
}
