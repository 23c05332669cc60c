/** One file, one question: how a host product uses the SDK. */
@NullMarked
package org.inkstone.examples;

import org.jspecify.annotations.NullMarked;
