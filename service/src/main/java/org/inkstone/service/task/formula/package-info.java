/** Plain words to an executed spreadsheet formula, with its proof. */
@NullMarked
package org.inkstone.service.task.formula;

import org.jspecify.annotations.NullMarked;
