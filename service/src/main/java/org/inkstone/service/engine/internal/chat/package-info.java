/**
 * Chats to prompts: a model's own template, with the words of the messages kept apart from control
 * tokens.
 */
@NullMarked
package org.inkstone.service.engine.internal.chat;

import org.jspecify.annotations.NullMarked;
