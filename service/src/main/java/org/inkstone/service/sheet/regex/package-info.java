/** Regular expressions as PCRE2 reads them, matched by a machine that counts its steps. */
@NullMarked
package org.inkstone.service.sheet.regex;

import org.jspecify.annotations.NullMarked;
