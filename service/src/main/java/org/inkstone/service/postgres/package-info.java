/** A PostgreSQL server as a child process: durable, password-protected, one data folder a home. */
@NullMarked
package org.inkstone.service.postgres;

import org.jspecify.annotations.NullMarked;
