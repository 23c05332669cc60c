/**
 * Checks of any formula on any sheet, without a request: what a careful colleague would ask about.
 */
@NullMarked
package org.inkstone.service.sheet.check;

import org.jspecify.annotations.NullMarked;
