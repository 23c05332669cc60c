/** The plan language: what a table can be asked, with one meaning, a formula and a sentence. */
@NullMarked
package org.inkstone.service.plan.algebra;

import org.jspecify.annotations.NullMarked;
