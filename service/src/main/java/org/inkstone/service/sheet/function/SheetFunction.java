package org.inkstone.service.sheet.function;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a static method a function of formulas. Its parameters say what it takes: {@code double},
 * {@code int}, {@code String}, {@code boolean} and {@link org.inkstone.service.sheet.Scalar} are
 * single values, converted as operators convert them, and repeated over arrays; {@link
 * org.inkstone.service.sheet.value.Grid} takes ranges and arrays as they are, {@link
 * org.inkstone.service.sheet.value.Value} anything, {@link org.inkstone.service.sheet.value.Lazy}
 * something that may stay uncomputed. A first parameter of type {@link
 * org.inkstone.service.sheet.value.Calculation} is no argument. The last may repeat.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface SheetFunction {
  /** The name in formulas. */
  String value();

  /** What it computes, in one English line. */
  String en();

  /** What it computes, in one Chinese line. */
  String zh();

  /** The version of Excel that brought it. */
  Excel since() default Excel.BEFORE_2007;

  /** Names by which every version of Excel knows it. */
  String[] older() default {};

  /**
   * Products other than Excel that lack it, beside those named in other-products.tsv; LibreOffice
   * follows from its own list.
   */
  Product[] notIn() default {};

  /** Whether its value may change although its arguments do not. */
  boolean unstable() default false;

  /** Whether it gives arrays. */
  boolean array() default false;

  /**
   * Whether it came with the Analysis ToolPak, whose functions still take neither truth values nor
   * ranges of several cells as single values ({@code #VALUE!}), though they take arrays.
   */
  boolean toolPak() default false;

  /** Whether it looks at filled cells only, so that those alone are what ranges cost. */
  boolean sparse() default false;

  /** The fewest repeated arguments: 0 if there may be none. */
  int fewest() default 1;
}
