package org.inkstone.service.sheet.value;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.Scalar;

/** What a function may ask of the calculation that it is part of. */
public interface Calculation {
  /** The moment of the calculation, the same for all its formulas. */
  LocalDateTime now();

  /** Chance, as the caller of the calculation gave it. */
  RandomGenerator random();

  /** How the workbook counts dates. */
  DateSystem dateSystem();

  /** The cell that the formula stands in. */
  CellAddress cell();

  /** The sheet that the formula stands on. */
  CellReader sheet();

  /** All sheets in order. */
  List<CellReader> sheets();

  /** The reference that a text names, in A1 or R1C1 style; empty if it names none. */
  Optional<Reference> reference(String text, boolean a1);

  /**
   * The value of a cell's formula as it would be in a copy some rows below, seen from its own
   * place; of a cell without a formula its value.
   */
  Scalar copied(CellReader sheet, CellAddress cell, int rows);

  /**
   * The tallies of blocks of areas of one size, which are kept as far as may be.
   *
   * @param what tells tallies of the same areas apart
   */
  BlockTallies tallies(Object what, List<Area> areas);

  /** Counts work against the budget. */
  void charge(long steps);
}
