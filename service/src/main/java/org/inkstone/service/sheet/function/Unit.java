package org.inkstone.service.sheet.function;

/**
 * A unit of measurement.
 *
 * @param size how many of its kind's basic unit it is
 */
record Unit(Kind kind, double size) {
  /** What is measured; the basic units are of the SI, but for the gram and the bit. */
  enum Kind {
    MASS,
    LENGTH,
    TIME,
    PRESSURE,
    FORCE,
    ENERGY,
    POWER,
    MAGNETISM,
    VOLUME,
    AREA,
    INFORMATION,
    SPEED
  }

  /** The unit with a prefix, which counts by the power that the unit is of. */
  Unit times(double factor, int power) {
    return new Unit(kind, size * Math.pow(factor, power));
  }
}
