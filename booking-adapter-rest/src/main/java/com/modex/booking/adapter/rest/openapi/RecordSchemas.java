package com.modex.booking.adapter.rest.openapi;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.modex.booking.adapter.rest.json.Member;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.AnnotationsUtils;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/**
 * Describes bodies by the records that they are read into or written from:
 *
 * <ul>
 *   <li>fields have the names that the JSON mapper gives them, in the order of the record;
 *   <li>what is answered has all its fields, and {@code null} only where {@code @Nullable} stands;
 *   <li>a record whose name ends in {@code Request} is read: unknown fields are refused, and a field that is
 *       {@code @Nullable} may be left out or null, unless {@code @Schema} says that it is required; a {@link Member} may
 *       be left out, and null if what it is of is {@code @Nullable};
 *   <li>types are named without the ending {@code Response}, and a page by what is on it.
 * </ul>
 *
 * It stands in for springdoc's own reading of classes, which knows neither records' null marks nor our mapper.
 */
final class RecordSchemas implements ModelConverter {
    private static final String REQUEST = "Request";
    private static final String RESPONSE = "Response";
    private static final String OPEN_ENDED = "Open-ended: more values may come.";

    private final UnaryOperator<String> fieldNames;

    /** Two types of one name would silently become one. */
    private final Map<String, JavaType> named = new ConcurrentHashMap<>();

    RecordSchemas(UnaryOperator<String> fieldNames) {
        this.fieldNames = fieldNames;
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        JavaType java = TypeFactory.defaultInstance().constructType(type.getType());
        if (java.isRecordType() || java.isEnumType()) {
            return schemaOf(java, context);
        }
        return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    }

    /** A schema that nobody else has, or a reference to one that all share. */
    private Schema<?> schemaOf(JavaType java, ModelConverterContext context) {
        if (java.isRecordType()) {
            String name = nameOf(java);
            if (!context.getDefinedModels().containsKey(name)) {
                // First without its fields, for the case that it has fields of its own type.
                context.defineModel(name, new JsonSchema());
                context.defineModel(name, ofRecord(java, context));
            }
            return new JsonSchema().$ref(Components.COMPONENTS_SCHEMAS_REF + name);
        }
        if (java.isEnumType()) {
            String name = nameOf(java);
            context.defineModel(name, ofEnum(java));
            return new JsonSchema().$ref(Components.COMPONENTS_SCHEMAS_REF + name);
        }
        if (java.isCollectionLikeType()) {
            return typed("array").items(schemaOf(java.getContentType(), context));
        }
        return switch (ClassUtils.resolvePrimitiveIfNecessary(java.getRawClass())
                .getSimpleName()) {
            case "String" -> typed("string");
            case "Instant" -> typed("string").format("date-time");
            case "Boolean" -> typed("boolean");
            case "Integer" -> typed("integer").format("int32");
            case "Long" -> typed("integer").format("int64");
            default -> throw new IllegalStateException("It is not said what is written for " + java);
        };
    }

    private Schema<?> ofRecord(JavaType java, ModelConverterContext context) {
        RecordComponent[] components = java.getRawClass().getRecordComponents();
        boolean read = java.getRawClass().getSimpleName().endsWith(REQUEST);
        Schema<?> schema = typed("object");
        if (read || components.length == 0) {
            schema.setAdditionalProperties(false);
        }
        for (RecordComponent component : components) {
            String field = fieldNames.apply(component.getName());
            var type = TypeFactory.defaultInstance().resolveMemberType(component.getGenericType(), java.getBindings());
            var annotated = component.getAnnotatedType();
            boolean mayBeLeftOut = type.hasRawClass(Member.class);
            if (mayBeLeftOut && annotated instanceof AnnotatedParameterizedType parameterized) {
                type = type.containedType(0);
                annotated = parameterized.getAnnotatedActualTypeArguments()[0];
            }
            var said = RequiredMode.AUTO;
            Schema<?> property = schemaOf(type, context);
            var onArray = component.getAccessor().getAnnotation(ArraySchema.class);
            if (onArray != null) {
                said = onArray.arraySchema().requiredMode();
                property = AnnotationsUtils.getArraySchema(onArray, null, null, true, property)
                        .orElse(property);
            }
            var onField = component.getAccessor().getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
            if (onField != null) {
                said = onField.requiredMode();
                property = AnnotationsUtils.getSchemaFromAnnotation(onField, null, null, true, property)
                        .orElse(property);
            }
            boolean nullable = annotated.isAnnotationPresent(Nullable.class);
            schema.addProperty(field, nullable && said != RequiredMode.REQUIRED ? orNull(property) : property);
            if (said == RequiredMode.REQUIRED || (said == RequiredMode.AUTO && !mayBeLeftOut && !(read && nullable))) {
                schema.addRequiredItem(field);
            }
        }
        var onType = java.getRawClass().getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
        return onType == null ? schema : schema.description(onType.description());
    }

    private static Schema<?> ofEnum(JavaType java) {
        var schema = new JsonSchema();
        schema.addType("string");
        schema.setDescription(OPEN_ENDED);
        Arrays.stream(java.getRawClass().getEnumConstants())
                .map(value -> ((Enum<?>) value).name())
                .forEach(schema::addEnumItemObject);
        return schema;
    }

    private static Schema<?> orNull(Schema<?> schema) {
        if (schema.get$ref() == null) {
            return schema.typesItem("null");
        }
        String description = schema.getDescription();
        schema.setDescription(null);
        return new JsonSchema().description(description).addOneOfItem(schema).addOneOfItem(typed("null"));
    }

    private String nameOf(JavaType java) {
        String name = name(java);
        var other = named.putIfAbsent(name, java);
        if (other != null && !other.equals(java)) {
            throw new IllegalStateException("%s and %s would both be named %s".formatted(other, java, name));
        }
        return name;
    }

    private static String name(JavaType java) {
        Class<?> type = java.getRawClass();
        var said = type.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
        if (said != null && !said.name().isEmpty()) {
            return said.name();
        }
        String own = withoutEnding(type.getSimpleName());
        if (java.hasGenericTypes()) {
            return name(java.containedType(0)) + own;
        }
        // An enum within a value is named for it, too: "Reason" alone says nothing.
        return type.isEnum() && type.getEnclosingClass() != null
                ? type.getEnclosingClass().getSimpleName() + own
                : own;
    }

    private static String withoutEnding(String name) {
        return name.endsWith(RESPONSE) ? name.substring(0, name.length() - RESPONSE.length()) : name;
    }

    private static Schema<?> typed(String type) {
        return new JsonSchema().typesItem(type);
    }
}
