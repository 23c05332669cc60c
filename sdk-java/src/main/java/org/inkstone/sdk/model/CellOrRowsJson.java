package org.inkstone.sdk.model;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON form of {@link CellOrRows}. */
final class CellOrRowsJson {
  private static final TypeReference<List<List<Cell>>> ROWS = new TypeReference<>() {};

  private CellOrRowsJson() {}

  static final class Serializer extends JsonSerializer<CellOrRows> {
    @Override
    public void serialize(CellOrRows value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      if (value instanceof CellOrRows.Single single) {
        json.writePOJO(single.cell());
      } else if (value instanceof CellOrRows.Rows array) {
        json.writePOJO(array.rows());
      }
    }
  }

  static final class Deserializer extends JsonDeserializer<CellOrRows> {
    @Override
    public CellOrRows deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return parser.currentToken() == JsonToken.START_ARRAY
          ? CellOrRows.of(parser.<List<List<Cell>>>readValueAs(ROWS))
          : CellOrRows.of(parser.readValueAs(Cell.class));
    }

    /** A {@code null} on the wire is a blank cell. */
    @Override
    public CellOrRows getNullValue(DeserializationContext context) {
      return CellOrRows.of(Cell.blank());
    }

    /** A field that is not there is no value at all. */
    @Override
    public @Nullable Object getAbsentValue(DeserializationContext context) {
      return null;
    }
  }
}
