package org.inkstone.service.engine.internal.decode;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.EngineException.Kind;
import org.inkstone.service.engine.TextScorer;
import org.inkstone.service.engine.WorkClass;

/** Makes scoring calls ready on the caller's thread and hands them to the loop. */
record LoopScorer(ModelText text, EngineLoop loop, WorkClass workClass) implements TextScorer {
  @Override
  public CompletionStage<List<Score>> score(String prefix, List<String> continuations) {
    int[] prefixTokens = text.prefix(prefix);
    if (prefixTokens.length == 0) {
      throw new EngineException(
          Kind.INVALID_REQUEST,
          "a score needs a prefix of at least one token; this one is empty, and the model has no"
              + " token that begins a text");
    }
    List<int[]> tokens = continuations.stream().map(text.tokenizer()::encodePlain).toList();
    long cost = prefixTokens.length;
    for (int[] continuation : tokens) {
      text.requireRoom("prefix and continuation", prefixTokens.length + continuation.length);
      cost += continuation.length;
    }
    int layers = text.card().config().layers();
    Ticket ticket = new Ticket(workClass, cost, null, loop);
    ScoreWork work = new ScoreWork(ticket, layers, prefixTokens, tokens);
    loop.submit(work);
    return work.result();
  }
}
