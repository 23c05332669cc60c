/** Transport, retry and JSON; not exported. */
@NullMarked
package org.inkstone.sdk.internal;

import org.jspecify.annotations.NullMarked;
