/** Formulas in the languages of spreadsheets: names, separators, numbers and format codes. */
@NullMarked
package org.inkstone.service.sheet.locale;

import org.jspecify.annotations.NullMarked;
