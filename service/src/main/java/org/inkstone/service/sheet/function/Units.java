package org.inkstone.service.sheet.function;

import java.util.HashMap;
import java.util.Map;
import org.inkstone.service.sheet.function.Unit.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The units and prefixes that CONVERT knows but for temperatures, by their signs, in which case
 * matters. Sizes are those of the definitions where a unit has one (the pound, the inch, the
 * standard atmosphere), else of CODATA 2006, as the documentation of the function has them.
 */
final class Units {
  private static final double INCH = 0.0254;
  private static final double FOOT = 0.3048;
  private static final double YARD = 0.9144;
  private static final double MILE = 1609.344;
  private static final double NAUTICAL_MILE = 1852;
  private static final double SURVEY_MILE = 6_336_000 / 3937.0;
  private static final double LIGHT_YEAR = 9_460_730_472_580_800.0;
  private static final double PARSEC = 3.08567758128155e16;
  private static final double POINT = INCH / 72;
  private static final double POUND = 453.59237;
  private static final double GRAVITY = 9.80665;
  private static final double POUND_FORCE = 4.4482216152605;
  private static final double ATMOSPHERE = 101_325;
  private static final double CALORIE = 4.1868;
  private static final double HORSEPOWER = 550 * FOOT * POUND_FORCE;
  private static final double CUBIC_INCH = INCH * INCH * INCH;
  private static final double GALLON = 231 * CUBIC_INCH;
  private static final double IMPERIAL_GALLON = 0.00454609;

  private static final Map<String, Unit> UNITS = new HashMap<>();

  /** Units that take decimal prefixes, with the power to which a prefix counts. */
  private static final Map<String, Integer> METRIC = new HashMap<>();

  private static final Map<String, Double> PREFIXES = new HashMap<>();
  private static final Map<String, Double> BINARY_PREFIXES = new HashMap<>();

  static {
    masses();
    lengths();
    times();
    forces();
    energies();
    volumes();
    areas();
    metric(Kind.INFORMATION, 1, 1, "bit");
    metric(Kind.INFORMATION, 8, 1, "byte");
    speeds();
    prefixes();
  }

  private Units() {}

  /** The unit of a sign, with or without a prefix; null if there is none. */
  static @Nullable Unit find(String sign) {
    Unit unit = UNITS.get(sign);
    for (int length = 1; unit == null && length < Math.min(3, sign.length()); length++) {
      unit = prefixed(sign.substring(0, length), sign.substring(length));
    }
    return unit;
  }

  /** What a decimal prefix multiplies by; null if it is none. */
  static @Nullable Double prefix(String sign) {
    return PREFIXES.get(sign);
  }

  private static @Nullable Unit prefixed(String prefix, String sign) {
    Unit unit = UNITS.get(sign);
    Integer power = METRIC.get(sign);
    Double factor = PREFIXES.get(prefix);
    if (factor == null && unit != null && unit.kind() == Kind.INFORMATION) {
      factor = BINARY_PREFIXES.get(prefix);
    }
    return unit == null || power == null || factor == null ? null : unit.times(factor, power);
  }

  private static void add(Kind kind, double size, String... signs) {
    for (String sign : signs) {
      UNITS.put(sign, new Unit(kind, size));
    }
  }

  private static void metric(Kind kind, double size, int power, String... signs) {
    add(kind, size, signs);
    for (String sign : signs) {
      METRIC.put(sign, power);
    }
  }

  private static void masses() {
    metric(Kind.MASS, 1, 1, "g");
    metric(Kind.MASS, 1.660538782e-24, 1, "u");
    add(Kind.MASS, 1000 * POUND_FORCE / FOOT, "sg");
    add(Kind.MASS, POUND, "lbm");
    add(Kind.MASS, POUND / 16, "ozm");
    add(Kind.MASS, POUND / 7000, "grain");
    add(Kind.MASS, POUND * 14, "stone");
    add(Kind.MASS, POUND * 100, "cwt", "shweight");
    add(Kind.MASS, POUND * 112, "uk_cwt", "lcwt", "hweight");
    add(Kind.MASS, POUND * 2000, "ton");
    add(Kind.MASS, POUND * 2240, "uk_ton", "LTON", "brton");
  }

  private static void lengths() {
    metric(Kind.LENGTH, 1, 1, "m");
    metric(Kind.LENGTH, 1e-10, 1, "ang");
    metric(Kind.LENGTH, LIGHT_YEAR, 1, "ly");
    metric(Kind.LENGTH, PARSEC, 1, "parsec", "pc");
    add(Kind.LENGTH, MILE, "mi");
    add(Kind.LENGTH, SURVEY_MILE, "survey_mi");
    add(Kind.LENGTH, NAUTICAL_MILE, "Nmi");
    add(Kind.LENGTH, INCH, "in");
    add(Kind.LENGTH, FOOT, "ft");
    add(Kind.LENGTH, YARD, "yd");
    add(Kind.LENGTH, 45 * INCH, "ell");
    add(Kind.LENGTH, POINT, "Pica", "Picapt");
    add(Kind.LENGTH, 12 * POINT, "pica");
  }

  private static void times() {
    metric(Kind.TIME, 1, 1, "sec", "s");
    add(Kind.TIME, 60, "mn", "min");
    add(Kind.TIME, 3600, "hr");
    add(Kind.TIME, 86_400, "day", "d");
    add(Kind.TIME, 365.25 * 86_400, "yr");
  }

  private static void forces() {
    metric(Kind.PRESSURE, 1, 1, "Pa", "p");
    metric(Kind.PRESSURE, ATMOSPHERE, 1, "atm", "at");
    metric(Kind.PRESSURE, 133.322, 1, "mmHg");
    add(Kind.PRESSURE, ATMOSPHERE / 760, "Torr");
    add(Kind.PRESSURE, POUND_FORCE / (INCH * INCH), "psi");
    metric(Kind.FORCE, 1, 1, "N");
    metric(Kind.FORCE, 1e-5, 1, "dyn", "dy");
    metric(Kind.FORCE, GRAVITY / 1000, 1, "pond");
    add(Kind.FORCE, POUND_FORCE, "lbf");
    metric(Kind.MAGNETISM, 1, 1, "T");
    metric(Kind.MAGNETISM, 1e-4, 1, "ga");
  }

  private static void energies() {
    metric(Kind.ENERGY, 1, 1, "J");
    metric(Kind.ENERGY, 1e-7, 1, "e");
    metric(Kind.ENERGY, 4.184, 1, "c");
    metric(Kind.ENERGY, CALORIE, 1, "cal");
    metric(Kind.ENERGY, 1.602176487e-19, 1, "eV", "ev");
    metric(Kind.ENERGY, 3600, 1, "Wh", "wh");
    add(Kind.ENERGY, HORSEPOWER * 3600, "HPh", "hh");
    add(Kind.ENERGY, FOOT * POUND_FORCE, "flb");
    add(Kind.ENERGY, CALORIE * POUND / 1.8, "BTU", "btu");
    metric(Kind.POWER, 1, 1, "W", "w");
    add(Kind.POWER, HORSEPOWER, "HP", "h");
    add(Kind.POWER, 75 * GRAVITY, "PS");
  }

  private static void volumes() {
    add(Kind.VOLUME, GALLON / 768, "tsp");
    add(Kind.VOLUME, 5e-6, "tspm");
    add(Kind.VOLUME, GALLON / 256, "tbs");
    add(Kind.VOLUME, GALLON / 128, "oz");
    add(Kind.VOLUME, GALLON / 16, "cup");
    add(Kind.VOLUME, GALLON / 8, "pt", "us_pt");
    add(Kind.VOLUME, GALLON / 4, "qt");
    add(Kind.VOLUME, GALLON, "gal");
    add(Kind.VOLUME, IMPERIAL_GALLON / 8, "uk_pt");
    add(Kind.VOLUME, IMPERIAL_GALLON / 4, "uk_qt");
    add(Kind.VOLUME, IMPERIAL_GALLON, "uk_gal");
    add(Kind.VOLUME, 42 * GALLON, "barrel");
    add(Kind.VOLUME, 2150.42 * CUBIC_INCH, "bushel");
    add(Kind.VOLUME, 100 * cube(FOOT), "GRT", "regton");
    add(Kind.VOLUME, 40 * cube(FOOT), "MTON");
    metric(Kind.VOLUME, 0.001, 1, "l", "L", "lt");
    metric(Kind.VOLUME, 1, 3, "m3", "m^3");
    metric(Kind.VOLUME, 1e-30, 3, "ang3", "ang^3");
    add(Kind.VOLUME, cube(LIGHT_YEAR), "ly3", "ly^3");
    add(Kind.VOLUME, cube(INCH), "in3", "in^3");
    add(Kind.VOLUME, cube(FOOT), "ft3", "ft^3");
    add(Kind.VOLUME, cube(YARD), "yd3", "yd^3");
    add(Kind.VOLUME, cube(MILE), "mi3", "mi^3");
    add(Kind.VOLUME, cube(NAUTICAL_MILE), "Nmi3", "Nmi^3");
    add(Kind.VOLUME, cube(POINT), "Pica3", "Pica^3", "Picapt3", "Picapt^3");
  }

  private static double cube(double edge) {
    return edge * edge * edge;
  }

  private static void areas() {
    metric(Kind.AREA, 1, 2, "m2", "m^2");
    metric(Kind.AREA, 1e-20, 2, "ang2", "ang^2");
    metric(Kind.AREA, 100, 1, "ar");
    add(Kind.AREA, 10_000, "ha");
    add(Kind.AREA, 2500, "Morgen");
    add(Kind.AREA, MILE * MILE / 640, "uk_acre");
    add(Kind.AREA, SURVEY_MILE * SURVEY_MILE / 640, "us_acre");
    add(Kind.AREA, INCH * INCH, "in2", "in^2");
    add(Kind.AREA, FOOT * FOOT, "ft2", "ft^2");
    add(Kind.AREA, YARD * YARD, "yd2", "yd^2");
    add(Kind.AREA, MILE * MILE, "mi2", "mi^2");
    add(Kind.AREA, NAUTICAL_MILE * NAUTICAL_MILE, "Nmi2", "Nmi^2");
    add(Kind.AREA, LIGHT_YEAR * LIGHT_YEAR, "ly2", "ly^2");
    add(Kind.AREA, POINT * POINT, "Pica2", "Pica^2", "Picapt2", "Picapt^2");
  }

  private static void speeds() {
    metric(Kind.SPEED, 1, 1, "m/s", "m/sec");
    metric(Kind.SPEED, 1 / 3600.0, 1, "m/h", "m/hr");
    add(Kind.SPEED, MILE / 3600, "mph");
    add(Kind.SPEED, NAUTICAL_MILE / 3600, "kn");
    add(Kind.SPEED, 6080 * FOOT / 3600, "admkn");
  }

  private static void prefixes() {
    String large = "kMGTPEZY";
    String small = "munpfazy";
    for (int i = 0; i < 8; i++) {
      PREFIXES.put(large.substring(i, i + 1), Double.parseDouble("1e" + 3 * (i + 1)));
      PREFIXES.put(small.substring(i, i + 1), Double.parseDouble("1e-" + 3 * (i + 1)));
      BINARY_PREFIXES.put(large.charAt(i) + "i", Math.pow(2, 10 * (i + 1)));
    }
    PREFIXES.putAll(Map.of("h", 100.0, "da", 10.0, "e", 10.0, "d", 0.1, "c", 0.01));
  }
}
