package org.inkstone.service.task.workbook;

import java.nio.file.Path;

/**
 * An uploaded file.
 *
 * @param fileName as the sender calls it
 * @param content where its bytes lie; only until the task is done
 */
public record WorkbookUpload(String fileName, Path content) {}
