package org.inkstone.service.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words that mean something whenever they stand in a request.
 *
 * @param keys the words, by their keys
 * @param target null where they say nothing about the computation
 */
record Entry(List<String> keys, @Nullable Target target, double score, String how) {}
