/** The door: OfficeClient and the groups of calls behind it. */
@NullMarked
package org.inkstone.sdk;

import org.jspecify.annotations.NullMarked;
