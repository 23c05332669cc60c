package org.inkstone.service.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code workbook}: the file as it came. */
@Entity
@Table(name = "workbook")
class WorkbookEntity {
  @Id UUID id;
  String tenant;
  String fileName;
  byte[] content;
  Instant createdAt;

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  WorkbookEntity() {}

  static WorkbookEntity of(String tenant, String fileName, byte[] content, Instant now) {
    WorkbookEntity row = new WorkbookEntity();
    row.id = UUID.randomUUID();
    row.tenant = tenant;
    row.fileName = fileName;
    row.content = content;
    row.createdAt = now;
    return row;
  }
}
