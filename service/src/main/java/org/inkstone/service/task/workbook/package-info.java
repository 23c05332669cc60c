/** Takes workbooks in and says what is in them. */
@NullMarked
package org.inkstone.service.task.workbook;

import org.jspecify.annotations.NullMarked;
