/** Prompt templates: files with a front matter and {@code {{holes}}}, checked at start-up. */
@NullMarked
package org.inkstone.service.prompt;

import org.jspecify.annotations.NullMarked;
