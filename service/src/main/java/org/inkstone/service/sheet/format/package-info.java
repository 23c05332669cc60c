/** Number formats: what kind of value a cell shows, and how it looks. */
@NullMarked
package org.inkstone.service.sheet.format;

import org.jspecify.annotations.NullMarked;
