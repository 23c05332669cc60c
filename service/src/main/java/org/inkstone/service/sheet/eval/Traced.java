package org.inkstone.service.sheet.eval;

/** An evaluation together with the values of all parts of the formula. */
public record Traced(Evaluation evaluation, Step root) {}
