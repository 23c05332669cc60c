/** Where the parts are joined: configuration and what the parts need from outside. */
@NullMarked
package org.inkstone.service.config;

import org.jspecify.annotations.NullMarked;
