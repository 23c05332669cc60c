package org.inkstone.service.engine.internal.decode;

import java.util.function.Consumer;
import org.inkstone.service.engine.EngineOptions;
import org.inkstone.service.engine.GenerationRequest;
import org.inkstone.service.engine.TextGenerator;
import org.inkstone.service.engine.WorkClass;
import org.inkstone.service.engine.internal.chat.ChatPrompt;
import org.inkstone.service.engine.internal.grammar.TokenConstraint;
import org.inkstone.service.engine.internal.grammar.Vocabulary;
import org.inkstone.service.engine.internal.sampling.Sampler;

/** Makes generations ready on the caller's thread and hands them to the loop. */
record LoopGenerator(ModelText text, EngineLoop loop, WorkClass workClass, boolean begun)
    implements TextGenerator {
  @Override
  public Running generate(GenerationRequest request, Consumer<String> onText) {
    ChatPrompt prompt = text.chat().prompt(request.messages(), request.fixedMessages());
    int length = prompt.tokens().length;
    text.requireRoom("the prompt", length);
    int limit = (int) Math.min((long) length + request.maxTokens(), text.contextTokens());
    Vocabulary vocabulary = text.tokenizer().vocabulary();
    TokenConstraint constraint = text.grammars().compile(request.grammar()).start(vocabulary);
    Answer answer =
        new Answer(
            prompt.tokens(),
            limit,
            vocabulary,
            constraint,
            Sampler.of(request.sampling()),
            new StopText(request.stop()));
    long cost = length + (long) EngineOptions.ANSWER_TOKEN_COST * (limit - length);
    Ticket ticket = new Ticket(workClass, cost, request.deadline(), loop);
    GenerationWork work = new GenerationWork(ticket, answer, text.fixedPart(prompt), onText);
    if (begun) {
      loop.continueWith(work);
    } else {
      loop.submit(work);
    }
    return work;
  }

  @Override
  public TextGenerator followUp() {
    return new LoopGenerator(text, loop, workClass, true);
  }
}
