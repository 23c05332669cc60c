package org.inkstone.service.plan.algebra;

/** An operation of two numbers. */
public enum Operator {
  ADD,
  SUBTRACT,
  MULTIPLY,
  DIVIDE
}
