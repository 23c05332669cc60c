/** REST resources, one a task, and what every request passes: ids, keys, problems. No logic. */
@NullMarked
package org.inkstone.service.http;

import org.jspecify.annotations.NullMarked;
