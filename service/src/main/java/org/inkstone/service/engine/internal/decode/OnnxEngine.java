package org.inkstone.service.engine.internal.decode;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.inkstone.service.engine.ChatMessage;
import org.inkstone.service.engine.Embedder;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.EngineMetrics;
import org.inkstone.service.engine.EngineOptions;
import org.inkstone.service.engine.ModelConfig;
import org.inkstone.service.engine.ModelInfo;
import org.inkstone.service.engine.TextEncoder;
import org.inkstone.service.engine.TextGenerator;
import org.inkstone.service.engine.TextScorer;
import org.inkstone.service.engine.WorkClass;
import org.inkstone.service.engine.internal.chat.ChatPrompt;
import org.inkstone.service.engine.internal.model.ModelCard;
import org.inkstone.service.engine.internal.model.ModelFolder;

/**
 * An engine with one loaded model. All that it gives out works on the same thread and may be used
 * from any; whoever opened it closes it, which fails what is still under way.
 */
public final class OnnxEngine implements AutoCloseable {
  private final ModelText text;
  private final EngineLoop loop;
  private final ModelInfo info;

  private OnnxEngine(ModelText text, EngineLoop loop, ModelInfo info) {
    this.text = text;
    this.loop = loop;
    this.info = info;
  }

  /**
   * Loads a model folder, and returns when the first request can be answered.
   *
   * @throws EngineException of kind BAD_MODEL if the folder is not a whole model
   */
  public static OnnxEngine open(Path modelFolder, EngineOptions options) {
    return open(modelFolder, options, Clock.systemUTC());
  }

  /** Like {@link #open(Path, EngineOptions)}, with the clock that deadlines are read against. */
  public static OnnxEngine open(Path modelFolder, EngineOptions options, Clock clock) {
    ModelFolder folder = new ModelFolder(modelFolder);
    ModelCard card = ModelText.readCard(folder);
    ModelConfig config = card.config();
    int context = EngineCore.contextTokens(config, options);
    ModelText text = ModelText.read(folder, card, context);
    EngineCounters counters = new EngineCounters();
    try {
      EngineLoop loop =
          EngineLoop.start(
              () -> new EngineCore(folder, config, options, counters), options, counters, clock);
      return new OnnxEngine(text, loop, info(card, context));
    } catch (EngineException e) {
      text.close();
      throw e;
    }
  }

  /** Writes text. */
  public TextGenerator generator(WorkClass workClass) {
    return new LoopGenerator(text, loop, workClass, false);
  }

  /** Scores texts. */
  public TextScorer scorer(WorkClass workClass) {
    return new LoopScorer(text, loop, workClass);
  }

  /** Gives hidden states. */
  public TextEncoder encoder(WorkClass workClass) {
    return new LoopEncoder(text, loop, workClass);
  }

  /** Gives sentence embeddings; they do not depend on the loaded model. */
  public Embedder embedder(WorkClass workClass) {
    return new LoopEmbedder(loop, workClass);
  }

  /**
   * Computes the fixed part of a prompt template now, so that its first request is as fast as the
   * later ones.
   *
   * @param fixedMessages the messages that every request begins with; a user's message follows
   * @return how many tokens are kept
   */
  public CompletionStage<Integer> warmUp(List<ChatMessage> fixedMessages) {
    List<ChatMessage> messages = new ArrayList<>(fixedMessages);
    messages.add(ChatMessage.user("?"));
    ChatPrompt prompt = text.chat().prompt(messages, fixedMessages.size());
    text.requireRoom("the fixed part", prompt.fixedTokens());
    Ticket ticket = new Ticket(WorkClass.INTERACTIVE, prompt.fixedTokens(), null, loop);
    WarmUpWork work = new WarmUpWork(ticket, prompt.tokens(), text.fixedPart(prompt));
    loop.submit(work);
    return work.result();
  }

  /** What is known of the model. */
  public ModelInfo model() {
    return info;
  }

  /** What the engine counts. */
  public EngineMetrics metrics() {
    return loop.counters();
  }

  /** How many tokens a text has, as a message's content. */
  public int countTokens(String content) {
    return text.tokenizer().encodePlain(content).length;
  }

  private static ModelInfo info(ModelCard card, int contextTokens) {
    return new ModelInfo(
        card.id(),
        card.name(),
        card.sourceSha256(),
        card.license(),
        card.parameters(),
        contextTokens,
        card.weightFormat(),
        card.config());
  }

  @Override
  public void close() {
    loop.close();
    text.close();
  }
}
