/** Grammar-constrained decoding: JSON Schema and GBNF to byte automata to token masks. */
@NullMarked
package org.inkstone.service.engine.internal.grammar;

import org.jspecify.annotations.NullMarked;
