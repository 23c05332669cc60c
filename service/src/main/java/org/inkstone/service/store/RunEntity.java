package org.inkstone.service.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.inkstone.service.task.RunRecord;
import org.jspecify.annotations.Nullable;

/** A row of {@code run}. */
@Entity
@Table(name = "run")
class RunEntity {
  @Id UUID id;
  String tenant;
  String task;
  Instant startedAt;
  Instant finishedAt;
  String request;
  @Nullable String prompt;
  @Nullable String rawOutput;
  String candidates;
  String result;

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  RunEntity() {}

  static RunEntity of(RunRecord run) {
    RunEntity row = new RunEntity();
    row.id = UUID.fromString(run.id());
    row.tenant = run.tenant();
    row.task = run.task();
    row.startedAt = run.startedAt();
    row.finishedAt = run.finishedAt();
    row.request = run.requestJson();
    row.prompt = run.prompt();
    row.rawOutput = run.rawOutput();
    row.candidates = run.candidatesJson();
    row.result = run.resultJson();
    return row;
  }

  RunRecord toRecord() {
    return new RunRecord(
        id.toString(),
        tenant,
        task,
        startedAt,
        finishedAt,
        request,
        prompt,
        rawOutput,
        candidates,
        result);
  }
}
