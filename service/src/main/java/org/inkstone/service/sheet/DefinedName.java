package org.inkstone.service.sheet;

import org.jspecify.annotations.Nullable;

/**
 * A name for a formula or a range.
 *
 * @param sheet the sheet that it is local to; null is the whole workbook
 * @param formula what it stands for, without a leading {@code =}
 */
public record DefinedName(String name, @Nullable String sheet, String formula) {}
