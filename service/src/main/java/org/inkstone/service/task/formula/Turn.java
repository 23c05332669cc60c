package org.inkstone.service.task.formula;

import java.time.LocalDate;

/**
 * One request of a conversation and the formula that answered it.
 *
 * @param instruction what was asked
 * @param formula the answer, columns by name, so that it stays the same when rows are added
 * @param asOf the day that "last month" was counted from
 */
record Turn(String instruction, String formula, LocalDate asOf) {}
