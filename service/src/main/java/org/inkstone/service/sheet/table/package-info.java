/** Finds the tables of a sheet and says what stands in their columns. */
@NullMarked
package org.inkstone.service.sheet.table;

import org.jspecify.annotations.NullMarked;
