package org.inkstone.service.task.formula;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.inkstone.sdk.model.FormulaAnswer;
import org.inkstone.sdk.model.FormulaRequest;
import org.inkstone.sdk.model.Refusal;
import org.inkstone.sdk.model.TaskResult;
import org.inkstone.service.engine.TextGenerator;
import org.inkstone.service.plan.HeaderMatcher;
import org.inkstone.service.plan.Language;
import org.inkstone.service.plan.Linker;
import org.inkstone.service.plan.Links;
import org.inkstone.service.plan.compose.FollowUpWords;
import org.inkstone.service.sheet.locale.FormulaLocale;
import org.inkstone.service.task.RunStore;
import org.inkstone.service.task.Task;
import org.inkstone.service.task.TaskContext;
import org.inkstone.service.task.TaskException;
import org.inkstone.service.task.WorkbookStore;
import org.jspecify.annotations.Nullable;

/**
 * Plain words to a formula that was executed: the words are linked, candidates are written, read,
 * run on the data and on changed data, and checked; what passes no check is refused.
 */
public final class FormulaTask implements Task<FormulaRequest, TaskResult<FormulaAnswer>> {
  /** The task's name in runs. */
  public static final String NAME = "formula";

  /** From which likeness on an unknown word means a header; a guess, not yet measured. */
  private static final Map<Language, Double> LIKENESS =
      Map.of(Language.ENGLISH, 0.6, Language.CHINESE, 0.75);

  private static final int LONGEST_INSTRUCTION = 2_000;

  private final SheetInputReader inputs;
  private final FormulaWriter writer;
  private final Conversation conversation;
  private final StateSeal seal;
  private final Results results;
  private final RunStore runs;
  private final Executor work;
  private final Clock clock;

  private FormulaTask(
      SheetInputReader inputs,
      FormulaWriter writer,
      Conversation conversation,
      StateSeal seal,
      Results results,
      RunStore runs,
      Executor work,
      Clock clock) {
    this.inputs = inputs;
    this.writer = writer;
    this.conversation = conversation;
    this.seal = seal;
    this.results = results;
    this.runs = runs;
    this.work = work;
    this.clock = clock;
  }

  /**
   * The task: the program composes, and where that is not clear the language model writes, if there
   * is one.
   *
   * @param work runs the CPU work: reading sheets, checking candidates
   * @throws org.inkstone.service.prompt.PromptException if the template and the program differ
   */
  public static FormulaTask create(
      FormulaParts parts, RunStore runs, WorkbookStore workbooks, Executor work, Clock clock) {
    return create(parts, runs, workbooks, StateSeal.random(), work, clock);
  }

  /**
   * The task, whose follow-ups can be sent to any process with the same seal.
   *
   * @param work runs the CPU work: reading sheets, checking candidates
   * @throws org.inkstone.service.prompt.PromptException if the template and the program differ
   */
  public static FormulaTask create(
      FormulaParts parts,
      RunStore runs,
      WorkbookStore workbooks,
      StateSeal seal,
      Executor work,
      Clock clock) {
    Calculator calculator = new Calculator(clock);
    FormulaVerifier verifier = new FormulaVerifier(calculator);
    FormulaWriter writer =
        new FormulaWriter(
            sources(parts, verifier), verifier, new ReadingCheck(parts.ranker()), work);
    return new FormulaTask(
        new SheetInputReader(workbooks),
        writer,
        new Conversation(linker(parts), work),
        seal,
        new Results(parts, calculator),
        runs,
        work,
        clock);
  }

  private static List<CandidateSource> sources(FormulaParts parts, FormulaVerifier verifier) {
    FormulaPrompt prompts = new FormulaPrompt(parts.prompts());
    List<CandidateSource> sources = new ArrayList<>();
    if (parts.composes()) {
      sources.add(new ComposedCandidateSource(parts.ranker(), parts.probe(), verifier));
    }
    TextGenerator generator = parts.generator();
    if (generator != null) {
      sources.add(ModelCandidateSource.mostProbable(prompts, generator));
      sources.add(ModelCandidateSource.drawn(prompts, generator));
    }
    return sources;
  }

  static Linker linker(FormulaParts parts) {
    if (parts.embedder() == null) {
      return new Linker(new HeaderMatcher(Map.of()));
    }
    return new Linker(
        new HeaderMatcher(
            Map.of(
                Language.ENGLISH,
                new HeaderMatcher.Side(
                    parts.embedder(), LIKENESS.getOrDefault(Language.ENGLISH, 1.0)),
                Language.CHINESE,
                new HeaderMatcher.Side(
                    parts.embedder(), LIKENESS.getOrDefault(Language.CHINESE, 1.0)))));
  }

  @Override
  public CompletionStage<TaskResult<FormulaAnswer>> run(
      TaskContext context, FormulaRequest request) {
    Instant started = clock.instant();
    String id = UUID.randomUUID().toString();
    try {
      check(request);
      return inputs
          .workbook(context, source(request))
          .thenApplyAsync(workbook -> SheetInputReader.read(workbook, source(request)), work)
          .thenCompose(input -> answer(context, request, input, id))
          .thenCompose(done -> store(context, request, started, id, done));
    } catch (TaskException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private void check(FormulaRequest request) {
    asOf(request);
    String instruction = request.instruction();
    if (instruction == null || instruction.isBlank()) {
      throw new TaskException("/instruction", "must say in words what is wanted, was empty");
    } else if (instruction.length() > LONGEST_INSTRUCTION) {
      throw new TaskException(
          "/instruction",
          "must have at most " + LONGEST_INSTRUCTION + " characters, had " + instruction.length());
    }
  }

  /** The day that "last month" is counted from: what the request says, or else today. */
  private LocalDate asOf(FormulaRequest request) {
    if (request.asOf() == null) {
      return LocalDate.now(clock);
    }
    try {
      return LocalDate.parse(request.asOf());
    } catch (DateTimeParseException e) {
      throw new TaskException("/as_of", "must be a day such as 2026-03-15, was " + request.asOf());
    }
  }

  private static SheetInputReader.Source source(FormulaRequest request) {
    return new SheetInputReader.Source(
        request.sheet(),
        request.sheets(),
        request.workbookId(),
        request.sheetName(),
        request.range(),
        request.target(),
        request.cell(),
        Boolean.TRUE.equals(request.fillDown()));
  }

  /** A result with the record of how it came about. */
  record Done(TaskResult<FormulaAnswer> result, FormulaWriter.@Nullable Outcome outcome) {}

  private CompletionStage<Done> answer(
      TaskContext context, FormulaRequest request, SheetInput input, String id) {
    List<Turn> turns =
        request.state() == null ? List.of() : seal.open(context.tenant(), request.state());
    return question(context, request, input, turns)
        .thenCompose(question -> answer(context, request, question, turns, id));
  }

  /** The request with its words linked, and what it changes if it is a follow-up. */
  private CompletionStage<Question> question(
      TaskContext context, FormulaRequest request, SheetInput input, List<Turn> turns) {
    FollowUpWords words = turns.isEmpty() ? null : FollowUpWords.of(request.instruction());
    return followUp(words, input, turns)
        .thenCombine(
            conversation.link(words, request.instruction(), input.schema(), asOf(request)),
            (followUp, links) ->
                new Question(
                    links,
                    input.schema(),
                    input.place(),
                    input.product(),
                    locale(request).orElse(FormulaLocale.ENGLISH),
                    context.deadline(),
                    followUp));
  }

  private CompletionStage<@Nullable FollowUp> followUp(
      @Nullable FollowUpWords words, SheetInput input, List<Turn> turns) {
    return words == null
        ? CompletableFuture.completedFuture(null)
        : conversation
            .planOf(turns, input.schema(), input.place(), input.product())
            .thenApply(plan -> new FollowUp(plan, words));
  }

  private CompletionStage<Done> answer(
      TaskContext context, FormulaRequest request, Question question, List<Turn> turns, String id) {
    Optional<Refusal> refusal = refusal(request, question);
    if (refusal.isPresent()) {
      Done done = new Done(results.refused(id, question, refusal.get(), null), null);
      return CompletableFuture.completedFuture(done);
    }
    return writer
        .write(question)
        .thenApplyAsync(
            outcome -> {
              String state = state(context, request, turns, outcome);
              return new Done(results.of(id, outcome, state), outcome);
            },
            work);
  }

  /** The conversation with this answer; null where the program can't take it up again. */
  private @Nullable String state(
      TaskContext context,
      FormulaRequest request,
      List<Turn> turns,
      FormulaWriter.Outcome outcome) {
    Examined best = outcome.best();
    if (best == null || !best.candidate().source().equals(ComposedCandidateSource.NAME)) {
      return null;
    }
    List<Turn> all = new ArrayList<>(turns);
    all.add(new Turn(request.instruction(), best.candidate().formula(), asOf(request)));
    return all.size() < StateSeal.MOST_TURNS ? seal.seal(context.tenant(), all) : null;
  }

  private static Optional<Refusal> refusal(FormulaRequest request, Question question) {
    Links links = question.links();
    if (locale(request).isEmpty()) {
      return Optional.of(Refusals.locale(links, tag(request)));
    }
    return Refusals.beforehand(question);
  }

  private static String tag(FormulaRequest request) {
    String tag = request.target() == null ? null : request.target().locale();
    return tag == null ? FormulaLocale.ENGLISH.tag() : tag;
  }

  /** None if formulas can't be written in it. */
  private static Optional<FormulaLocale> locale(FormulaRequest request) {
    return FormulaLocale.find(tag(request));
  }

  private CompletionStage<TaskResult<FormulaAnswer>> store(
      TaskContext context, FormulaRequest request, Instant started, String id, Done done) {
    return runs.save(RunRecords.of(context, request, started, clock.instant(), id, done))
        .thenApply(saved -> done.result());
  }
}
