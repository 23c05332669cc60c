/** The rules of spreadsheets that people trip over, each a test that is called after it. */
@NullMarked
package org.inkstone.service.sheet.eval.semantics;

import org.jspecify.annotations.NullMarked;
