package org.inkstone.service.sheet.read;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** To which other parts a part of the package points. Targets outside the package are dropped. */
final class Relations {
  private final Map<String, Relation> byId = new LinkedHashMap<>();

  /**
   * One pointer.
   *
   * @param type the last word of its type, such as {@code worksheet}
   * @param part the name of the part
   */
  record Relation(String type, String part) {}

  /** The relations of a part; those of the package itself for the empty name. */
  static Relations of(ZipPackage parts, String part, ReadBudget budget) {
    int slash = part.lastIndexOf('/');
    String folder = part.substring(0, slash + 1);
    String name = folder + "_rels/" + part.substring(slash + 1) + ".rels";
    Relations relations = new Relations();
    parts
        .open(name)
        .ifPresent(stream -> relations.read(new XmlPart(stream, name, budget), folder, budget));
    return relations;
  }

  private void read(XmlPart xml, String folder, ReadBudget budget) {
    try (xml) {
      while (xml.nextStart()) {
        String id = xml.attribute("Id");
        String type = xml.attribute("Type");
        String target = xml.attribute("Target");
        boolean outside = "External".equals(xml.attribute("TargetMode"));
        if (xml.name().equals("Relationship")
            && !outside
            && id != null
            && type != null
            && target != null) {
          budget.check(ReadLimit.DECLARATIONS, byId.size() + 1L);
          String word = type.substring(type.lastIndexOf('/') + 1);
          byId.put(id, new Relation(word, resolve(folder, target)));
        }
      }
    }
  }

  private static String resolve(String folder, String target) {
    String path = target.startsWith("/") ? target : folder + target;
    int fragment = path.indexOf('#');
    Deque<String> steps = new ArrayDeque<>();
    for (String step : (fragment < 0 ? path : path.substring(0, fragment)).split("/", -1)) {
      if (step.equals("..")) {
        if (steps.pollLast() == null) {
          throw SheetReadException.forbidden("a part points outside of the package: " + target);
        }
      } else if (!step.isEmpty() && !step.equals(".")) {
        steps.addLast(step);
      }
    }
    return String.join("/", steps);
  }

  /** The relation with this id. */
  Optional<Relation> byId(@Nullable String id) {
    return id == null ? Optional.empty() : Optional.ofNullable(byId.get(id));
  }

  /** The part of the first relation of this type. */
  Optional<String> first(String type) {
    return byId.values().stream().filter(r -> r.type.equals(type)).map(Relation::part).findFirst();
  }
}
