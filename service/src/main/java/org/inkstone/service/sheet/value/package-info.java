/** What functions calculate with: arrays, references, lambdas, and how values are converted. */
@NullMarked
package org.inkstone.service.sheet.value;

import org.jspecify.annotations.NullMarked;
