/** Which models there are, where they come from, and how they get onto this machine. */
@NullMarked
package org.inkstone.service.engine.internal.catalog;

import org.jspecify.annotations.NullMarked;
