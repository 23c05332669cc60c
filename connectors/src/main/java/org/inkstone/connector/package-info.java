/** How meetings come in: the port that the service implements, and what a vendor hands over. */
@NullMarked
package org.inkstone.connector;

import org.jspecify.annotations.NullMarked;
