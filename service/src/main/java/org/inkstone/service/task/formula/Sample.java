package org.inkstone.service.task.formula;

import java.util.List;
import java.util.Map;
import org.inkstone.sdk.model.Cell;
import org.inkstone.sdk.model.SheetContext;
import org.jspecify.annotations.Nullable;

/**
 * A request with what a right answer gives.
 *
 * @param language {@code en} or {@code zh}
 * @param category a row of the report
 * @param sheets the first one is the active sheet
 * @param reference one right formula; null where it must be refused or none is known
 * @param expected what the formula must give; null where the request must be refused
 * @param changed what it must give on edited data; null if that is not judged
 * @param asOf the day that "last month" is counted from, as in {@code 2026-03-15}; null is today
 * @param refused the reasons that are right; empty where the request must be answered
 */
public record Sample(
    String id,
    String language,
    String category,
    String instruction,
    List<SheetContext> sheets,
    @Nullable String cell,
    boolean fillDown,
    @Nullable String target,
    @Nullable String reference,
    @Nullable Expected expected,
    @Nullable Changed changed,
    @Nullable String asOf,
    List<String> refused) {
  public Sample {
    sheets = List.copyOf(sheets);
    refused = List.copyOf(refused);
  }

  /**
   * Values that a right formula gives.
   *
   * @param rows one row of one cell, the rows of a list, or with fill-down one cell a row
   * @param anyOrder whether the rows may come in any order
   * @param loose whether texts are compared without regard to case, and numbers with their texts
   */
  public record Expected(List<List<Cell>> rows, boolean anyOrder, boolean loose) {
    public Expected {
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /** Edited cells by address, perhaps with a sheet, and the values that follow. */
  public record Changed(Map<String, Cell> edits, Expected expected) {
    public Changed {
      edits = Map.copyOf(edits);
    }
  }

  /** Whether the request must be refused. */
  public boolean mustBeRefused() {
    return !refused.isEmpty();
  }
}
