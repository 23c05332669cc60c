/** A task: input in, checked result out; and the ports through which what it needs is kept. */
@NullMarked
package org.inkstone.service.task;

import org.jspecify.annotations.NullMarked;
