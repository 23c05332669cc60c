/**
 * A task: input in, checked result out; and the ports through which runs and workbooks are kept.
 */
@NullMarked
package org.inkstone.service.task;

import org.jspecify.annotations.NullMarked;
