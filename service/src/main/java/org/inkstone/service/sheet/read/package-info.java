/** Reads files and wire cells into workbooks, within limits and without any look outside. */
@NullMarked
package org.inkstone.service.sheet.read;

import org.jspecify.annotations.NullMarked;
