package org.inkstone.sdk.model;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The JSON form of a {@link Cell}. */
final class CellJson {
  private static final Set<String> FIELDS =
      Set.of("date", "datetime", "time", "error", "formula", "value", "format");

  private CellJson() {}

  static final class Serializer extends JsonSerializer<Cell> {
    @Override
    public void serialize(Cell cell, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      write(cell, json);
    }
  }

  private static void write(Cell cell, JsonGenerator json) throws IOException {
    if (cell instanceof Cell.BlankCell) {
      json.writeNull();
    } else if (cell instanceof Cell.TextCell text) {
      json.writeString(text.value());
    } else if (cell instanceof Cell.NumberCell number) {
      writeNumber(number.value(), json);
    } else if (cell instanceof Cell.BooleanCell bool) {
      json.writeBoolean(bool.value());
    } else {
      writeObject(cell, json);
    }
  }

  private static void writeNumber(double value, JsonGenerator json) throws IOException {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      json.writeNumber((long) value);
    } else {
      json.writeNumber(value);
    }
  }

  private static void writeObject(Cell cell, JsonGenerator json) throws IOException {
    json.writeStartObject();
    if (cell instanceof Cell.DateCell date) {
      json.writeStringField("date", date.value().toString());
    } else if (cell instanceof Cell.DateTimeCell dateTime) {
      json.writeStringField("datetime", dateTime.value().toString());
    } else if (cell instanceof Cell.TimeCell time) {
      json.writeStringField("time", time.value().toString());
    } else if (cell instanceof Cell.ErrorCell error) {
      json.writeStringField("error", error.value());
    } else if (cell instanceof Cell.FormulaCell formula) {
      json.writeStringField("formula", formula.formula());
      if (formula.value() != null) {
        json.writeFieldName("value");
        write(formula.value(), json);
      }
    } else if (cell instanceof Cell.FormattedCell formatted) {
      json.writeFieldName("value");
      write(formatted.value(), json);
      json.writeStringField("format", formatted.format());
    }
    json.writeEndObject();
  }

  static final class Deserializer extends JsonDeserializer<Cell> {
    @Override
    public Cell deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      return read(parser, parser.readValueAsTree());
    }

    @Override
    public Cell getNullValue(DeserializationContext context) {
      return Cell.blank();
    }

    /** A field that is not there is no cell at all. */
    @Override
    public @Nullable Object getAbsentValue(DeserializationContext context) {
      return null;
    }
  }

  private static Cell read(JsonParser parser, JsonNode node) throws IOException {
    if (node.isNull()) {
      return Cell.blank();
    } else if (node.isTextual()) {
      return Cell.of(node.textValue());
    } else if (node.isNumber()) {
      return Cell.of(node.doubleValue());
    } else if (node.isBoolean()) {
      return Cell.of(node.booleanValue());
    } else if (node.isObject()) {
      return readObject(parser, node);
    }
    throw JsonMappingException.from(parser, "a cell cannot be a JSON array");
  }

  private static Cell readObject(JsonParser parser, JsonNode node) throws IOException {
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!FIELDS.contains(name)) {
        throw JsonMappingException.from(parser, "a cell has no field \"" + name + "\"");
      }
    }
    try {
      Cell value = readPlain(parser, node);
      return node.has("format")
          ? new Cell.FormattedCell(value, node.get("format").asText())
          : value;
    } catch (DateTimeException e) {
      throw JsonMappingException.from(parser, "not an ISO 8601 date or time: " + node, e);
    }
  }

  private static Cell readPlain(JsonParser parser, JsonNode node) throws IOException {
    if (node.has("formula")) {
      JsonNode value = node.get("value");
      return new Cell.FormulaCell(
          node.get("formula").asText(), value == null ? null : read(parser, value));
    } else if (node.has("date")) {
      return new Cell.DateCell(LocalDate.parse(node.get("date").asText()));
    } else if (node.has("datetime")) {
      return new Cell.DateTimeCell(LocalDateTime.parse(node.get("datetime").asText()));
    } else if (node.has("time")) {
      return new Cell.TimeCell(LocalTime.parse(node.get("time").asText()));
    } else if (node.has("error")) {
      return new Cell.ErrorCell(node.get("error").asText());
    } else if (node.has("value")) {
      return read(parser, node.get("value"));
    }
    throw JsonMappingException.from(
        parser, "a cell object needs one of date, datetime, time, error, formula, value");
  }
}
