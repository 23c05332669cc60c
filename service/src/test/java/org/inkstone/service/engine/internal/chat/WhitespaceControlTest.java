package org.inkstone.service.engine.internal.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhitespaceControlTest {
  /** Line breaks are written as a bar. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`a | {{- x }} b`, `a{{ x }} b`",
        "`a {{ x -}} | b`, `a {{ x }}b`",
        "`a|  {% if x %}|  b|  {% endif %}|c`, `a|{% if x %}  b|{% endif %}c`",
        "`a {% if x %} b`, `a {% if x %} b`",
        "`a|  {%+ if x %}||b`, `a|  {% if x %}|b`",
        "`  {{ x }}|  {{ y }}`, `  {{ x }}|  {{ y }}`",
        "`a {# no -}} {{- #} b`, `a  b`",
        "`a|{#- no -#}|b`, `ab`",
        "`{{- '{{ -}} ' + \"\\\" -%}\" -}} |b`, `{{ '{{ -}} ' + \"\\\" -%}\" }}b`",
        "`{%- if x -%} | a | {%- endif -%} |`, `{% if x %}a{% endif %}`",
        "`a||`, `a|`",
        "`{{ x`, `{{ x`",
        "`{`, `{`"
      })
  void leavesWhatJinjaLeaves(String template, String expected) {
    String lines = template.replace('|', '\n');
    assertEquals(expected.replace('|', '\n'), WhitespaceControl.apply(lines));
  }
}
