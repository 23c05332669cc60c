/**
 * The engine at run time: one thread, its queues, and the loop that generates, scores and encodes.
 */
@NullMarked
package org.inkstone.service.engine.internal.decode;

import org.jspecify.annotations.NullMarked;
