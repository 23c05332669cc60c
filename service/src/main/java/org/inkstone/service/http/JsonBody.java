package org.inkstone.service.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.inkstone.sdk.model.Problem;
import org.jspecify.annotations.Nullable;

/** Reads a JSON body strictly: what isn't known or doesn't fit is named with its JSON pointer. */
@ApplicationScoped
class JsonBody {
  private static final int MOST_PLACES = 20;

  private final ObjectReader reader;

  JsonBody(ObjectMapper json) {
    this.reader =
        json.reader()
            .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .with(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
  }

  /** The body as this type; a {@link ProblemException} if it can't be. */
  <T> T read(byte[] body, Class<T> type, Words words) {
    try {
      @Nullable T value = reader.forType(type).readValue(body);
      if (value == null) {
        throw ProblemException.of(ProblemType.INVALID_REQUEST, words.text("no-body"))
            .at("", words.text("place.expected", words.text("kind.object")));
      }
      return value;
    } catch (UnrecognizedPropertyException e) {
      throw unknownFields(body, type, words);
    } catch (JsonMappingException e) {
      throw problem(e, words);
    } catch (JsonProcessingException e) {
      throw ProblemException.of(
          ProblemType.MALFORMED_JSON,
          e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
          e.getLocation() == null ? 1 : e.getLocation().getColumnNr());
    } catch (IOException e) {
      throw new IllegalStateException("a byte array can always be read", e);
    }
  }

  /** Takes out one unknown field after the other, so that all are named at once. */
  private ProblemException unknownFields(byte[] body, Class<?> type, Words words) {
    List<Problem.Place> places = new ArrayList<>();
    try {
      JsonNode tree = reader.readTree(body);
      while (places.size() < MOST_PLACES) {
        try {
          reader.forType(type).readValue(tree);
          break;
        } catch (UnrecognizedPropertyException e) {
          JsonPointer pointer = pointer(e.getPath());
          ((ObjectNode) tree.at(pointer.head())).remove(e.getPropertyName());
          places.add(
              new Problem.Place(
                  pointer.toString(), words.text("place.unknown-field", e.getPropertyName())));
        }
      }
    } catch (JsonMappingException e) {
      // something else is wrong too; the caller hears of it next time
    } catch (IOException e) {
      throw new IllegalStateException("a byte array can always be read", e);
    }
    String names = String.join(", ", places.stream().map(Problem.Place::pointer).toList());
    return ProblemException.of(ProblemType.UNKNOWN_FIELD, names).at(places);
  }

  private static ProblemException problem(JsonMappingException e, Words words) {
    String message = message(e, words);
    return ProblemException.of(ProblemType.INVALID_REQUEST, message)
        .at(pointer(e.getPath()).toString(), message);
  }

  private static String message(JsonMappingException e, Words words) {
    if (e instanceof ValueInstantiationException && e.getCause() instanceof Exception cause) {
      return cause.getMessage() == null ? words.text("place.required") : cause.getMessage();
    } else if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
      return words.text("place.expected", words.text(kind(mismatch.getTargetType())));
    }
    return e.getOriginalMessage();
  }

  private static String kind(Class<?> type) {
    if (type == String.class || type.isEnum()) {
      return "kind.string";
    } else if (type == Boolean.class || type == boolean.class) {
      return "kind.boolean";
    } else if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
      return "kind.number";
    }
    boolean array = Collection.class.isAssignableFrom(type) || type.isArray();
    return array ? "kind.array" : "kind.object";
  }

  private static JsonPointer pointer(List<JsonMappingException.Reference> path) {
    JsonPointer pointer = JsonPointer.empty();
    for (JsonMappingException.Reference step : path) {
      pointer =
          step.getFieldName() == null
              ? pointer.appendIndex(step.getIndex())
              : pointer.appendProperty(step.getFieldName());
    }
    return pointer;
  }
}
