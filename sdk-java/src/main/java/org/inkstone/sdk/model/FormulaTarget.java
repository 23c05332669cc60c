package org.inkstone.sdk.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The spreadsheet product that a formula is for.
 *
 * @param product {@code excel-365} (the default), {@code excel-2024}, {@code excel-2021}, {@code
 *     excel-2019}, {@code excel-2016}, {@code wps}, {@code google-sheets} or {@code libreoffice}
 * @param locale a BCP 47 tag of English, German, French, Spanish, Italian, Brazilian Portuguese,
 *     Dutch, Polish, Russian, Japanese, Korean or Chinese, such as {@code de-DE}; {@code en-US}
 *     unless given
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FormulaTarget(@Nullable String product, @Nullable String locale) {}
