/** From the words of a request and the tables of a workbook to links and, from those, to plans. */
@NullMarked
package org.inkstone.service.plan;

import org.jspecify.annotations.NullMarked;
