/** Distributions, regressions and forecasts over plain numbers, for the functions of sheets. */
@NullMarked
package org.inkstone.service.sheet.statistic;

import org.jspecify.annotations.NullMarked;
