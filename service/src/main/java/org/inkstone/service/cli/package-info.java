/** The command line: one class a command, and the start of the service. */
@NullMarked
package org.inkstone.service.cli;

import org.jspecify.annotations.NullMarked;
