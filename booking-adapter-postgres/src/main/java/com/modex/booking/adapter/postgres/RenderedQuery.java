package com.modex.booking.adapter.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * longer than all else that it does to send it. Values come with each {@link #with call}, for parameters of the type that the
 * query has there; jOOQ reads the result.
 *
 * <p>A connection that is lost and an error of the database are told as by jOOQ with {@link SqlErrors}.
 */
final class RenderedQuery {
    private final DSLContext dsl;
    private final String sql;
    private final List<Param<?>> parameters;
    private final Field<?>[] fields;

    private RenderedQuery(DSLContext dsl, Query query, Field<?>... fields) {
        this.dsl = dsl;
        this.sql = dsl.render(query);
        this.parameters = dsl.extractParams(query).values().stream()
                .filter(parameter -> !parameter.isInline())
                .toList();
        this.fields = fields;
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
            values.put(parameter.getName(), value);
            return this;
        }

        <T> Call with(Unnested<T> table, Collection<T> items) {
            table.forEachColumn(items, values::put);
            return this;
        }

        Result<Record> fetch() {
            return run(statement -> dsl.fetch(statement.executeQuery(), fields));
        }

        int execute() {
            return run(PreparedStatement::executeUpdate);
        }

        private <R> R run(Execution<R> execution) {
            return dsl.connectionResult(connection -> {
                try (var statement = connection.prepareStatement(sql)) {
                    bind(connection, statement);
                    return execution.of(statement);
                } catch (SQLException e) {
                    RuntimeException translated = SqlErrors.translate(e);
                    throw translated == null
                            ? new DataAccessException("SQL [%s]; %s".formatted(sql, e.getMessage()), e)
                            : translated;
                }
            });
        }

        private void bind(Connection connection, PreparedStatement statement) throws SQLException {
            int place = 0;
            for (Param<?> parameter : parameters) {
                Object value = valueOf(parameter);
                place++;
                if (value instanceof Object[] elements) {
                    statement.setArray(place, connection.createArrayOf(elementTypeOf(parameter), elements));
                } else {
                    statement.setObject(place, value);
                }
            }
        }

        private @Nullable Object valueOf(Param<?> parameter) {
            String name = parameter.getParamName();
            if (name == null) {
                return parameter.getValue();
            }
            if (!values.containsKey(name)) {
                throw new IllegalStateException("No value for " + name + " in " + sql);
            }
            return values.get(name);
        }

        private String elementTypeOf(Param<?> parameter) {
            DataType<?> element = Objects.requireNonNull(parameter.getDataType().getArrayComponentDataType());
            // The driver would ask the database what the long name of this type means.
            return element.getType() == Instant.class ? "timestamptz" : element.getCastTypeName(dsl.configuration());
        }
    }

    @FunctionalInterface
    private interface Execution<R> {
        R of(PreparedStatement statement) throws SQLException;
    }
}
