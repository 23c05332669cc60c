package org.inkstone.service.sheet.function;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An argument that may be missing. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
@interface Default {
  /** The value then: a number, TRUE, FALSE, or a text; none is null, for types that allow it. */
  String value() default "";

  /** Whether an argument that is left empty counts as missing; else it is blank. */
  boolean ifEmpty() default false;

  /** Whether a place for the argument must be there, be it left empty. */
  boolean required() default false;
}
