package org.inkstone.service.sheet.value;

import java.util.List;

/** Cells that a formula refers to: mostly one area, several after a union. */
public record Reference(List<Area> areas) implements Value {
  public Reference {
    areas = List.copyOf(areas);
    if (areas.isEmpty()) {
      throw new IllegalArgumentException("a reference has at least one area");
    }
  }

  /** One area. */
  public static Reference of(Area area) {
    return new Reference(List.of(area));
  }

  /**
   * The only area.
   *
   * @throws FunctionError {@code #VALUE!} if there are several
   */
  public Area area() {
    if (areas.size() > 1) {
      throw FunctionError.value();
    }
    return areas.getFirst();
  }

  /** The only area, its reading noted. */
  @Override
  public Grid grid() {
    Area area = area();
    area.reader().reading(area.range());
    return area;
  }
}
