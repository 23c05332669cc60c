/** The immutable model of a workbook: sheets, cells, values, addresses. */
@NullMarked
package org.inkstone.service.sheet;

import org.jspecify.annotations.NullMarked;
