/** The ports of {@code task} over PostgreSQL, with Hibernate Reactive. */
@NullMarked
package org.inkstone.service.store;

import org.jspecify.annotations.NullMarked;
