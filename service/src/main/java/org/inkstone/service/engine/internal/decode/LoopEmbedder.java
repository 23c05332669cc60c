package org.inkstone.service.engine.internal.decode;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.inkstone.service.engine.Embedder;
import org.inkstone.service.engine.WorkClass;
import org.inkstone.service.engine.internal.embedding.BilingualEncoder;

/** Hands texts to the loop to be embedded. */
record LoopEmbedder(EngineLoop loop, WorkClass workClass) implements Embedder {
  @Override
  public CompletionStage<List<float[]>> embed(List<String> texts) {
    EmbedWork work = new EmbedWork(new Ticket(workClass, texts.size(), null, loop), texts);
    loop.submit(work);
    return work.result();
  }

  @Override
  public int dimension() {
    return BilingualEncoder.DIMENSION;
  }
}
