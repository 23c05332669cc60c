/** Words for formulas and their values, in English and Chinese, composed by code. */
@NullMarked
package org.inkstone.service.sheet.explain;

import org.jspecify.annotations.NullMarked;
