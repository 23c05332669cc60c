/** The shared nouns of Inkstone, as records: the wire contract of the service and of the SDK. */
@NullMarked
package org.inkstone.sdk.model;

import org.jspecify.annotations.NullMarked;
