package org.inkstone.service.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.inkstone.sdk.model.Cell;
import org.inkstone.sdk.model.CellOrRows;
import org.jspecify.annotations.Nullable;

/**
 * JSON schemas of records, with the names that Jackson gives their components. A component is
 * required unless it is {@code @Nullable} or left out when empty; nothing else may be there.
 */
final class RecordSchemas {
  private static final Map<Class<?>, SchemaType> PLAIN =
      Map.of(
          String.class, SchemaType.STRING,
          int.class, SchemaType.INTEGER,
          Integer.class, SchemaType.INTEGER,
          long.class, SchemaType.INTEGER,
          double.class, SchemaType.NUMBER,
          Double.class, SchemaType.NUMBER,
          boolean.class, SchemaType.BOOLEAN,
          Boolean.class, SchemaType.BOOLEAN);

  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, Schema> schemas = new TreeMap<>();

  /** All schemas by name. */
  Map<String, Schema> all() {
    return schemas;
  }

  /** Adds a record, and the records that it is made of. */
  void add(Class<?> record) {
    if (schemas.putIfAbsent(name(record), OASFactory.createSchema()) == null) {
      schemas.put(name(record), object(record, Map.of()));
    }
  }

  /**
   * Adds a sealed generic type: one schema an alternative, told apart by a property.
   *
   * @param value what its type variable stands for
   */
  void addResult(String name, Class<?> sealed, Class<?> value) {
    String property = sealed.getAnnotation(JsonTypeInfo.class).property();
    Schema oneOf = OASFactory.createSchema();
    for (JsonSubTypes.Type alternative : sealed.getAnnotation(JsonSubTypes.class).value()) {
      Schema schema = object(alternative.value(), Map.of("T", value));
      schema.addProperty(
          property,
          OASFactory.createSchema()
              .addType(SchemaType.STRING)
              .enumeration(List.of(alternative.name())));
      schema.addRequired(property);
      oneOf.addOneOf(schema);
    }
    schemas.put(name, oneOf.discriminator(OASFactory.createDiscriminator().propertyName(property)));
  }

  private static String name(Class<?> record) {
    Class<?> owner = record.getEnclosingClass();
    return owner == null ? record.getSimpleName() : owner.getSimpleName() + record.getSimpleName();
  }

  private Schema object(Class<?> record, Map<String, Class<?>> variables) {
    Schema schema = OASFactory.createSchema().addType(SchemaType.OBJECT);
    schema.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
    Map<String, String> names = wireNames(record);
    for (RecordComponent component : record.getRecordComponents()) {
      if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
        Schema inner = object(component.getType(), variables);
        inner.getProperties().forEach(schema::addProperty);
        continue; // they stand there together or not at all
      }
      String wireName = names.getOrDefault(component.getName(), component.getName());
      schema.addProperty(wireName, of(component.getGenericType(), variables));
      if (!mayBeAbsent(component)) {
        schema.addRequired(wireName);
      }
    }
    return schema;
  }

  private static boolean mayBeAbsent(RecordComponent component) {
    JsonInclude include = component.getAccessor().getAnnotation(JsonInclude.class);
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
        || (include != null && include.value() == JsonInclude.Include.NON_EMPTY);
  }

  private Map<String, String> wireNames(Class<?> record) {
    Map<String, String> names = new HashMap<>();
    for (BeanPropertyDefinition property :
        json.getSerializationConfig().introspect(json.constructType(record)).findProperties()) {
      names.put(property.getInternalName(), property.getName());
    }
    return names;
  }

  private Schema of(Type type, Map<String, Class<?>> variables) {
    if (type instanceof TypeVariable<?> variable) {
      Class<?> bound = variables.get(variable.getName());
      return of(bound == null ? Object.class : bound, variables);
    } else if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      Schema element = of(arguments[arguments.length - 1], variables);
      return generic.getRawType() == Map.class
          ? OASFactory.createSchema().addType(SchemaType.OBJECT).additionalPropertiesSchema(element)
          : OASFactory.createSchema().addType(SchemaType.ARRAY).items(element);
    } else if (type instanceof Class<?> plain) {
      return of(plain);
    }
    throw new IllegalArgumentException("no schema for the type " + type);
  }

  private Schema of(Class<?> type) {
    SchemaType plain = PLAIN.get(type);
    if (plain != null) {
      return OASFactory.createSchema().addType(plain);
    } else if (JsonNode.class.isAssignableFrom(type)) {
      return OASFactory.createSchema().description("any JSON");
    } else if (type.isRecord() || type == Cell.class || type == CellOrRows.class) {
      if (type.isRecord()) {
        add(type);
      }
      return OASFactory.createSchema().ref("#/components/schemas/" + name(type));
    }
    throw new IllegalArgumentException("no schema for the type " + type);
  }
}
