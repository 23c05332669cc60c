package org.inkstone.service.sheet.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.inkstone.service.sheet.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * The errors that older programs don't know, such as {@code #SPILL!}: files store {@code #VALUE!}
 * in the cell and the true error as a rich value, to which the number of a value metadata leads.
 */
final class RichErrors {
  static final RichErrors NONE = new RichErrors(Map.of());

  private final Map<Integer, ErrorCode> byMetadata;

  private RichErrors(Map<Integer, ErrorCode> byMetadata) {
    this.byMetadata = byMetadata;
  }

  /** The parts that the errors are spread over, by the last word of their relationship's type. */
  static RichErrors read(Function<String, Optional<XmlPart>> parts, ReadBudget budget) {
    List<Integer> values = list(parts, "sheetMetadata", xml -> metadata(xml, budget));
    if (values.isEmpty()) {
      return NONE;
    }
    List<Integer> places = list(parts, "rdRichValueStructure", xml -> structures(xml, budget));
    List<ErrorCode> errors = list(parts, "rdRichValue", xml -> values(xml, places, budget));
    Map<Integer, ErrorCode> byMetadata = new HashMap<>();
    for (int i = 0; i < values.size(); i++) {
      int value = values.get(i);
      if (value >= 0 && value < errors.size() && errors.get(value) != ErrorCode.GETTING_DATA) {
        byMetadata.put(i + 1, errors.get(value));
      }
    }
    return new RichErrors(byMetadata);
  }

  private static <T> List<T> list(
      Function<String, Optional<XmlPart>> parts, String type, Function<XmlPart, List<T>> read) {
    return parts
        .apply(type)
        .map(part -> {
          try (part) {
            return read.apply(part);
          }
        })
        .orElse(List.of());
  }

  /** The error that stands behind a value metadata, counted from 1; null if none does. */
  @Nullable ErrorCode error(int metadata) {
    return byMetadata.get(metadata);
  }

  /** For each value metadata the number of its rich value; -1 if it has none. */
  private static List<Integer> metadata(XmlPart xml, ReadBudget budget) {
    List<String> types = new ArrayList<>();
    List<Integer> rich = new ArrayList<>();
    List<Integer> values = new ArrayList<>();
    String block = "";
    while (xml.nextStart()) {
      budget.check(ReadLimit.DECLARATIONS, types.size() + rich.size() + (long) values.size());
      switch (xml.name()) {
        case "metadataType" -> types.add(String.valueOf(xml.attribute("name")));
        case "futureMetadata" -> block = String.valueOf(xml.attribute("name"));
        case "cellMetadata", "valueMetadata" -> block = xml.name();
        case "rvb" -> {
          if (block.equals("XLRICHVALUE")) {
            rich.add(xml.number("i", -1));
          }
        }
        case "rc" -> {
          if (block.equals("valueMetadata")) {
            int type = xml.number("t", 0) - 1;
            int at = xml.number("v", -1);
            boolean isRich =
                type >= 0 && type < types.size() && types.get(type).equals("XLRICHVALUE");
            values.add(isRich && at >= 0 && at < rich.size() ? rich.get(at) : -1);
          }
        }
        default -> {
          // counts and extensions
        }
      }
    }
    return values;
  }

  /** For each structure the place of its error's type; -1 if it is no error. */
  private static List<Integer> structures(XmlPart xml, ReadBudget budget) {
    List<Integer> places = new ArrayList<>();
    boolean error = false;
    int key = 0;
    while (xml.nextStart()) {
      if (xml.name().equals("s")) {
        budget.check(ReadLimit.DECLARATIONS, places.size() + 1L);
        error = "_error".equals(xml.attribute("t"));
        places.add(-1);
        key = 0;
      } else if (xml.name().equals("k")) {
        if (error && "errorType".equals(xml.attribute("n"))) {
          places.set(places.size() - 1, key);
        }
        key++;
      }
    }
    return places;
  }

  /** For each rich value its error; GETTING_DATA stands for those that are none. */
  private static List<ErrorCode> values(XmlPart xml, List<Integer> places, ReadBudget budget) {
    List<ErrorCode> errors = new ArrayList<>();
    int place = -1;
    int key = 0;
    while (xml.nextStart()) {
      if (xml.name().equals("rv")) {
        budget.check(ReadLimit.DECLARATIONS, errors.size() + 1L);
        int structure = xml.number("s", -1);
        place = structure >= 0 && structure < places.size() ? places.get(structure) : -1;
        errors.add(ErrorCode.GETTING_DATA);
        key = 0;
      } else if (xml.name().equals("v") && !errors.isEmpty()) {
        if (key++ == place) {
          errors.set(errors.size() - 1, code(xml.text().strip()));
        }
      }
    }
    return errors;
  }

  /** The types are the codes in their order. */
  private static ErrorCode code(String type) {
    ErrorCode[] codes = ErrorCode.values();
    boolean number = type.matches("[0-9]{1,2}") && Integer.parseInt(type) < codes.length;
    return number ? codes[Integer.parseInt(type)] : ErrorCode.GETTING_DATA;
  }
}
