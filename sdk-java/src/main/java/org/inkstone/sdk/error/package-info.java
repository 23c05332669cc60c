/** What can go wrong: one unchecked root and few children. */
@NullMarked
package org.inkstone.sdk.error;

import org.jspecify.annotations.NullMarked;
