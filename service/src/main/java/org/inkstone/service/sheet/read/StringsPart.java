package org.inkstone.service.sheet.read;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.SheetCell;
import org.jspecify.annotations.Nullable;

/** The shared strings. Cells with the same text and no format are one object. */
final class StringsPart {
  private final List<SheetCell> cells = new ArrayList<>();

  static StringsPart read(XmlPart xml, ReadBudget budget) {
    StringsPart strings = new StringsPart();
    while (xml.nextStart()) {
      if (xml.name().equals("si")) {
        budget.check(ReadLimit.SHARED_STRINGS, strings.cells.size() + 1L);
        strings.cells.add(SheetCell.of(Scalar.of(budget.text(RichText.read(xml, budget)))));
      }
    }
    return strings;
  }

  /** A cell with the text of this number. */
  SheetCell cell(int index, @Nullable String format, Supplier<String> at) {
    if (index < 0 || index >= cells.size()) {
      throw SheetReadException.malformed(
          "cell "
              + at.get()
              + " has the shared string "
              + index
              + ", but there are only "
              + cells.size());
    }
    SheetCell plain = cells.get(index);
    return format == null ? plain : new SheetCell(plain.value(), null, format);
  }
}
