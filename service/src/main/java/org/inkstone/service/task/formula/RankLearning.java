package org.inkstone.service.task.formula;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.inkstone.service.plan.rank.FirstSight;
import org.inkstone.service.plan.rank.ProbeFile;
import org.inkstone.service.plan.rank.ProbeTraining;
import org.inkstone.service.plan.rank.RankTraining;
import org.inkstone.service.plan.rank.RankedRequest;
import org.inkstone.service.plan.rank.Ranker;
import org.inkstone.service.plan.rank.RankerFile;

/** Learns to choose among the formulas that the program composes for samples. */
public final class RankLearning {
  private final FormulaParts parts;
  private final RankSamples maker;
  private final Clock clock;

  /** With the linker of these parts. */
  public RankLearning(FormulaParts parts, Clock clock) {
    Calculator calculator = new Calculator(clock);
    this.parts = parts;
    this.maker =
        new RankSamples(
            FormulaTask.linker(parts),
            new SampleJudge(calculator),
            new FormulaVerifier(calculator),
            LocalDate.now(clock));
    this.clock = clock;
  }

  /**
   * What was learned.
   *
   * @param report how well it does on sheets that were not learned from
   */
  public record Learned(RankerFile file, String report) {}

  /**
   * Learns from samples that are to be answered; waits, so not for an event loop.
   *
   * @param progress is told the id of each sample
   */
  public Learned learn(
      List<Sample> samples, List<FirstSight> firstSights, Consumer<String> progress) {
    List<RankedRequest> requests = requests(samples, progress);
    RankTraining.Learned learned = RankTraining.learn(requests, firstSights);
    RankerFile file =
        new RankerFile(
            LocalDate.now(clock).toString(),
            samples.size(),
            sha256(samples),
            learned.choice(),
            learned.trust(),
            learned.harmless());
    return new Learned(file, learned.measured().asText());
  }

  /**
   * What was learned over a model.
   *
   * @param report how well it does on sheets that were not learned from
   */
  public record LearnedProbe(ProbeFile file, String report) {}

  /**
   * Learns to choose by a model's states, beside the ranker of these parts.
   *
   * @param source where the states come from
   */
  public LearnedProbe learnProbe(
      List<Sample> samples, ProbeTraining.Source source, Consumer<String> progress) {
    ProbeTraining.Learned learned =
        ProbeTraining.learn(
            requests(samples, id -> {}),
            parts.ranker(),
            source,
            ComposedCandidateSource.MOST,
            progress);
    ProbeFile file =
        new ProbeFile(
            LocalDate.now(clock).toString(),
            samples.size(),
            sha256(samples),
            parts.modelId(),
            source.modelSha256(),
            source.layer(),
            learned.weights());
    return new LearnedProbe(file, learned.report());
  }

  /** What the trust in the answers to samples rests on now, and whether they are right. */
  public List<FirstSight> firstSights(List<Sample> samples, Consumer<String> progress) {
    Ranker ranker = parts.ranker();
    return FirstSight.of(requests(samples, progress), ranker);
  }

  private List<RankedRequest> requests(List<Sample> samples, Consumer<String> progress) {
    List<RankedRequest> requests = new ArrayList<>();
    for (Sample sample : samples) {
      if (!sample.mustBeRefused()) {
        requests.addAll(maker.of(sample));
        progress.accept(sample.id());
      }
    }
    return requests;
  }

  private static String sha256(List<Sample> samples) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      samples.forEach(s -> digest.update(s.toString().getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
