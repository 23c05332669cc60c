package org.inkstone.service.sheet.eval;

import java.util.ArrayList;
import java.util.List;
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.value.Area;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Reference;

/** The operators that make references of references. */
final class References {
  private References() {}

  /** The smallest area around both. */
  @SuppressWarnings("ReferenceEquality") // a reader is one sheet of one session
  static Reference around(Reference a, Reference b) {
    Area first = a.area();
    Area last = b.area();
    if (first.reader() != last.reader()) {
      throw FunctionError.value();
    }
    return Reference.of(new Area(first.reader(), Ranges.around(first.range(), last.range())));
  }

  /** What both share, {@code #NULL!} if nothing. */
  @SuppressWarnings("ReferenceEquality") // a reader is one sheet of one session
  static Reference both(Reference a, Reference b) {
    List<Area> shared = new ArrayList<>();
    for (Area first : a.areas()) {
      for (Area second : b.areas()) {
        Area both = first.reader() == second.reader() ? first.intersect(second.range()) : null;
        if (both != null) {
          shared.add(both);
        }
      }
    }
    if (shared.isEmpty()) {
      throw FunctionError.of(ErrorCode.NULL);
    }
    return new Reference(shared);
  }

  /** The areas of all, one behind the other. */
  static Reference all(List<Reference> references) {
    return new Reference(references.stream().flatMap(r -> r.areas().stream()).toList());
  }
}
