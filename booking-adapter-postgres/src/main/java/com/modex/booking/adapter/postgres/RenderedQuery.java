package com.modex.booking.adapter.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.ResultQuery;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * A query of jOOQ's that is put into words once and not for each execution, which for a batch of bookings takes the server
 * longer than all else that it does to send it. Values come with each {@link #with call}, once for every parameter; jOOQ
 * reads the result.
 *
 * <p>What goes wrong is what {@link SqlErrors} makes of it, or a {@link DataAccessException} with the cause.
 */
final class RenderedQuery {
    private final DSLContext dsl;
    private final String sql;
    private final List<Parameter> parameters;
    private final Set<String> names;
    private final Field<?>[] fields;

    private RenderedQuery(DSLContext dsl, Query query, Field<?>... fields) {
        this.dsl = dsl;
        this.sql = dsl.render(query);
        this.parameters = dsl.extractParams(query).values().stream()
                .filter(parameter -> !parameter.isInline())
                .map(parameter -> Parameter.of(parameter, dsl.configuration()))
                .toList();
        this.names = parameters.stream()
                .map(Parameter::name)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        this.fields = fields;
        if (parameters.size() != dsl.extractBindValues(query).size()) {
            throw new IllegalArgumentException("A parameter stands twice in " + sql);
        }
    }

    static RenderedQuery of(DSLContext dsl, ResultQuery<?> query) {
        return new RenderedQuery(dsl, query, query.fields());
    }

    /** For one that answers with the number of its rows. */
    static RenderedQuery of(DSLContext dsl, Query query) {
        return new RenderedQuery(dsl, query);
    }

    <V> Call with(Param<V> parameter, @Nullable V value) {
        return new Call().with(parameter, value);
    }

    <T> Call with(Unnested<T> table, Collection<T> items) {
        return new Call().with(table, items);
    }

    /** One execution. Every parameter that has a name must be given a value; what has none is a constant of the query. */
    final class Call {
        private final Map<String, @Nullable Object> values = new HashMap<>();

        private Call() {}

        <V> Call with(Param<V> parameter, @Nullable V value) {
            put(parameter.getName(), value);
            return this;
        }

        <T> Call with(Unnested<T> table, Collection<T> items) {
            table.forEachColumn(items, this::put);
            return this;
        }

        private void put(String name, @Nullable Object value) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException("There is no " + name + " in " + sql);
            }
            values.put(name, value);
        }

        Result<Record> fetch() {
            return run(statement -> dsl.fetch(statement.executeQuery(), fields));
        }

        int execute() {
            return run(PreparedStatement::executeUpdate);
        }

        private <R> R run(Execution<R> execution) {
            if (values.size() < names.size()) {
                throw new IllegalStateException("Only %s of %s were given".formatted(values.keySet(), names));
            }
            return dsl.connectionResult(connection -> {
                try (var statement = connection.prepareStatement(sql)) {
                    for (int i = 0; i < parameters.size(); i++) {
                        parameters.get(i).bind(connection, statement, i + 1, values);
                    }
                    return execution.of(statement);
                } catch (SQLException e) {
                    RuntimeException translated = SqlErrors.translate(e);
                    throw translated == null
                            ? new DataAccessException("SQL [%s]; %s".formatted(sql, e.getMessage()), e)
                            : translated;
                }
            });
        }
    }

    /**
     * @param name null for a constant of the query
     * @param elements the type of the elements where it is an array
     */
    private record Parameter(
            @Nullable String name,
            @Nullable Object constant,
            @Nullable String elements) {
        static Parameter of(Param<?> parameter, Configuration configuration) {
            DataType<?> elements = parameter.getDataType().getArrayComponentDataType();
            return new Parameter(
                    parameter.getParamName(),
                    parameter.getValue(),
                    elements == null ? null : nameOf(elements, configuration));
        }

        private static String nameOf(DataType<?> type, Configuration configuration) {
            // The driver would ask the database what the long name of this type means.
            return type.getType() == Instant.class ? "timestamptz" : type.getCastTypeName(configuration);
        }

        void bind(Connection connection, PreparedStatement statement, int place, Map<String, @Nullable Object> values)
                throws SQLException {
            Object value = name == null ? constant : values.get(name);
            switch (value) {
                case Object[] array -> statement.setArray(place, connection.createArrayOf(elements, array));
                // The driver knows no instants.
                case Instant instant -> statement.setObject(place, instant.atOffset(ZoneOffset.UTC));
                case null, default -> statement.setObject(place, value);
            }
        }
    }

    @FunctionalInterface
    private interface Execution<R> {
        R of(PreparedStatement statement) throws SQLException;
    }
}
