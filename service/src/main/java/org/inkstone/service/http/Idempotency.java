package org.inkstone.service.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.inkstone.service.task.AnswerStore;
import org.inkstone.service.task.AnswerStore.Answer;
import org.inkstone.service.task.AnswerStore.Claim;
import org.jspecify.annotations.Nullable;

/**
 * Does a request with an {@code Idempotency-Key} once: a repeated one gets the first one's answer,
 * one that comes meanwhile waits for it, another one with the same key is refused. Only successes
 * are kept, for a day.
 */
@ApplicationScoped
class Idempotency {
  private static final String HEADER = "Idempotency-Key";
  private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,255}");
  private static final Duration KEPT = Duration.ofHours(24);
  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final Duration SWEEP = Duration.ofMinutes(10);

  private final AnswerStore answers;
  private final ObjectMapper json;
  private final RequestLimits limits;
  private final Map<Name, CompletableFuture<Answer>> underWay = new ConcurrentHashMap<>();

  /** Whose key. */
  private record Name(String tenant, String key, String requestSha256) {}

  Idempotency(AnswerStore answers, ObjectMapper json, RequestLimits limits, Vertx vertx) {
    this.answers = answers;
    this.json = json;
    this.limits = limits;
    vertx.setPeriodic(SWEEP.toMillis(), tick -> answers.forget(KEPT));
  }

  /**
   * The answer to a request.
   *
   * @param status of a success
   * @param work makes the value that is answered; called at most once
   */
  Uni<Response> answer(
      RoutingContext exchange, int status, Supplier<CompletionStage<? extends Object>> work) {
    return Uni.createFrom()
        .completionStage(() -> once(exchange, status, work))
        .onFailure(CompletionException.class)
        .transform(trouble -> trouble.getCause() == null ? trouble : trouble.getCause())
        .ifNoItem()
        .after(limits.deadline().plus(GRACE))
        .failWith(() -> ProblemException.of(ProblemType.TIMEOUT))
        .map(this::respond);
  }

  private CompletionStage<Answer> once(
      RoutingContext exchange, int status, Supplier<CompletionStage<? extends Object>> work) {
    @Nullable String key = exchange.request().getHeader(HEADER);
    if (key == null) {
      return make(status, work);
    } else if (!FORM.matcher(key).matches()) {
      RequestFrame frame = RequestFrame.of(exchange);
      throw ProblemException.of(
          ProblemType.INVALID_REQUEST, frame.words().text("bad-idempotency-key"));
    }
    Name name = name(exchange, key);
    CompletableFuture<Answer> mine = new CompletableFuture<>();
    @Nullable CompletableFuture<Answer> others = underWay.putIfAbsent(name, mine);
    if (others != null) {
      return others;
    }
    claimed(name, status, work)
        .whenComplete((answer, trouble) -> {
          underWay.remove(name);
          if (trouble == null) {
            mine.complete(answer);
          } else {
            mine.completeExceptionally(trouble);
          }
        });
    return mine;
  }

  private static Name name(RoutingContext exchange, String key) {
    RequestFrame frame = RequestFrame.of(exchange);
    String request =
        exchange.request().method() + " " + exchange.normalizedPath() + "\n" + frame.bodySha256();
    String sha256 = BodyDigest.of(request);
    return new Name(frame.key().tenant(), key, sha256);
  }

  private CompletionStage<Answer> claimed(
      Name name, int status, Supplier<CompletionStage<? extends Object>> work) {
    // longer than a request may take, so that nobody claims what is still being worked on
    Duration lease = limits.deadline().plusSeconds(30);
    return answers
        .claim(name.tenant(), name.key(), name.requestSha256(), lease)
        .thenCompose(claim ->
            switch (claim) {
              case Claim.Mine mine -> kept(name, make(status, work));
              case Claim.Done done -> CompletableFuture.completedStage(done.answer());
              case Claim.Busy busy ->
                  throw ProblemException.of(ProblemType.IDEMPOTENCY_BUSY)
                      .header("Retry-After", "2");
              case Claim.Different different ->
                  throw ProblemException.of(ProblemType.IDEMPOTENCY_REUSED);
            });
  }

  private CompletionStage<Answer> kept(Name name, CompletionStage<Answer> made) {
    return made.handle((answer, trouble) ->
            trouble == null
                ? answers.keep(name.tenant(), name.key(), answer)
                : answers.giveUp(name.tenant(), name.key()))
        .thenCompose(done -> done)
        .handle((done, trouble) -> made)
        .thenCompose(stage -> stage);
  }

  /** Calls the work; what it throws is a failed stage, so that a claim is always given up. */
  private CompletionStage<Answer> make(
      int status, Supplier<CompletionStage<? extends Object>> work) {
    try {
      return work.get().thenApply(value -> new Answer(status, write(value)));
    } catch (RuntimeException e) {
      return CompletableFuture.failedStage(e);
    }
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer is plain data", e);
    }
  }

  private Response respond(Answer answer) {
    return Response.status(answer.status())
        .type(MediaType.APPLICATION_JSON)
        .entity(answer.body())
        .build();
  }
}
