package org.inkstone.service.sheet.regex;

import java.util.Map;

/** A compiled expression. */
final class Program {
  final Op[] ops;
  final int groups;
  final int slots;
  final Map<String, Integer> names;

  Program(Op[] ops, int groups, int slots, Map<String, Integer> names) {
    this.ops = ops;
    this.groups = groups;
    this.slots = slots;
    this.names = Map.copyOf(names);
  }
}
