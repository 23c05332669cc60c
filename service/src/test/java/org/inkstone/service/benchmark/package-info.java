/** Measurements, which no build runs by itself. */
@NullMarked
package org.inkstone.service.benchmark;

import org.jspecify.annotations.NullMarked;
