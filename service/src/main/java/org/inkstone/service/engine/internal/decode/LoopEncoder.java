package org.inkstone.service.engine.internal.decode;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.EngineException.Kind;
import org.inkstone.service.engine.TextEncoder;
import org.inkstone.service.engine.WorkClass;

/** Makes encoding calls ready on the caller's thread and hands them to the loop. */
record LoopEncoder(ModelText text, EngineLoop loop, WorkClass workClass) implements TextEncoder {
  @Override
  public CompletionStage<List<List<Pooled>>> encode(
      int layer, String prefix, List<Passage> passages) {
    int layers = text.card().config().layers();
    if (layer < 1 || layer > layers) {
      throw new EngineException(
          Kind.INVALID_REQUEST, "layer must be in [1, " + layers + "], was " + layer);
    }
    int[] prefixTokens = text.prefix(prefix);
    List<EncodeWork.Passage> ready = passages.stream().map(this::ready).toList();
    long cost = (long) prefixTokens.length * layer / layers;
    for (EncodeWork.Passage passage : ready) {
      int length = passage.text().ids().length;
      text.requireRoom("prefix and passage", prefixTokens.length + length);
      cost += (long) length * layer / layers;
    }
    Ticket ticket = new Ticket(workClass, cost, null, loop);
    EncodeWork work = new EncodeWork(ticket, layer, prefixTokens, ready);
    loop.submit(work);
    return work.result();
  }

  private EncodeWork.Passage ready(Passage passage) {
    for (Span span : passage.spans()) {
      if (span.end() > passage.text().length()) {
        throw new EngineException(
            Kind.INVALID_REQUEST,
            "the span from %d to %d leaves its passage of %d characters"
                .formatted(span.start(), span.end(), passage.text().length()));
      }
    }
    return new EncodeWork.Passage(
        text.tokenizer().encodePlainWithPlaces(passage.text()), passage.spans());
  }
}
