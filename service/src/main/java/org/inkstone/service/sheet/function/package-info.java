/** The catalogue of functions and the functions themselves, each one documented method. */
@NullMarked
package org.inkstone.service.sheet.function;

import org.jspecify.annotations.NullMarked;
