package org.inkstone.service.task.formula;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.inkstone.sdk.model.Provenance;
import org.inkstone.service.engine.ChatMessage;
import org.inkstone.service.engine.Generation;
import org.inkstone.service.engine.GenerationRequest;
import org.inkstone.service.engine.Grammar;
import org.inkstone.service.engine.Sampling;
import org.inkstone.service.engine.TextGenerator;
import org.inkstone.service.engine.TokenUsage;
import org.inkstone.service.prompt.Prompt;
import org.jspecify.annotations.Nullable;

/**
 * The language model under the grammar: its most probable formula, or a few drawn ones. Two
 * sources, because the draws are asked for only where the first one did not pass.
 */
final class ModelCandidateSource implements CandidateSource {
  private final FormulaPrompt prompts;
  private final TextGenerator generator;
  private final boolean draws;

  private ModelCandidateSource(FormulaPrompt prompts, TextGenerator generator, boolean draws) {
    this.prompts = prompts;
    this.generator = generator;
    this.draws = draws;
  }

  /** The most probable formula. */
  static CandidateSource mostProbable(FormulaPrompt prompts, TextGenerator generator) {
    return new ModelCandidateSource(prompts, generator, false);
  }

  /** Formulas drawn with the seeds of the template. */
  static CandidateSource drawn(FormulaPrompt prompts, TextGenerator generator) {
    return new ModelCandidateSource(prompts, generator.followUp(), true);
  }

  @Override
  public String name() {
    return draws ? "model draw" : "model";
  }

  @Override
  public CompletionStage<Proposal> propose(Question question) {
    if (question.followUp() != null) {
      return CompletableFuture.completedFuture(Proposal.of(List.of())); // it edits no plans
    }
    Prompt prompt = prompts.render(question);
    Grammar grammar = Grammar.gbnf(FormulaGrammar.of(question));
    Prompt.Settings settings = prompt.settings();
    List<CompletableFuture<Generation>> running = new ArrayList<>();
    if (!draws) {
      running.add(start(prompt, grammar, Sampling.greedy(), question.deadline()));
    }
    for (int i = 0; draws && i < settings.samples(); i++) {
      Sampling sampling =
          new Sampling(settings.temperature(), 0, settings.topP(), settings.seed() + i);
      running.add(start(prompt, grammar, sampling, question.deadline()));
    }
    return CompletableFuture.allOf(running.toArray(CompletableFuture[]::new))
        .thenApply(
            done -> proposal(prompt, running.stream().map(CompletableFuture::join).toList()));
  }

  private CompletableFuture<Generation> start(
      Prompt prompt, Grammar grammar, Sampling sampling, @Nullable Instant deadline) {
    GenerationRequest request =
        new GenerationRequest(
            messages(prompt),
            prompt.fixedMessages(),
            prompt.settings().maxTokens(),
            sampling,
            grammar,
            List.of("\n"),
            deadline);
    return generator.generate(request).result().toCompletableFuture();
  }

  private static List<ChatMessage> messages(Prompt prompt) {
    return prompt.messages().stream()
        .map(m -> new ChatMessage(ChatMessage.Role.valueOf(m.role().name()), m.content()))
        .toList();
  }

  private Proposal proposal(Prompt prompt, List<Generation> generations) {
    Map<String, Double> best = new LinkedHashMap<>();
    StringBuilder raw = new StringBuilder();
    for (Generation generation : generations) {
      raw.append(generation.text()).append('\n');
      String formula = generation.text().strip();
      if (!formula.isEmpty()) {
        best.merge(formula, generation.logProbability(), Math::max);
      }
    }
    List<Candidate> candidates = new ArrayList<>();
    best.forEach((formula, p) -> candidates.add(new Candidate(formula, p, name())));
    return new Proposal(candidates, prompt.asText(), raw.toString(), usage(generations), false);
  }

  private static Provenance.Usage usage(List<Generation> generations) {
    int prompt = 0;
    int cached = 0;
    int output = 0;
    int forced = 0;
    long total = 0;
    for (Generation generation : generations) {
      TokenUsage usage = generation.usage();
      prompt += usage.promptTokens();
      cached += usage.cachedTokens();
      output += usage.outputTokens();
      forced += usage.forcedTokens();
      total = Math.max(total, usage.totalMillis());
    }
    long first = generations.isEmpty() ? 0 : generations.getFirst().usage().ttftMillis();
    return new Provenance.Usage(prompt, cached, output, forced, first, total);
  }
}
