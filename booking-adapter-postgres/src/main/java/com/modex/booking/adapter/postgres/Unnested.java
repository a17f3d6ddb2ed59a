package com.modex.booking.adapter.postgres;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Values as a table of a query: one row for each item, one array as a parameter for each column, so that the statement is
 * the same for any number of items and is planned once. Arrays that are unnested side by side in a select list go in step.
 *
 * @param <T> the items
 */
final class Unnested<T> {
    private final String alias;
    private final List<T> items;
    private final List<Field<?>> columns = new ArrayList<>();

    private Unnested(String alias, Collection<T> items) {
        this.alias = alias;
        this.items = List.copyOf(items);
    }

    static <T> Unnested<T> of(String alias, Collection<T> items) {
        return new Unnested<>(alias, items);
    }

    /** Adds a column with the name and the type of that field. */
    <V> Unnested<T> with(Field<V> like, Function<T, ? extends @Nullable V> value) {
        if (like.getDataType().isArray()) {
            // An array of arrays would come apart into single elements; as text each stays whole.
            add(like, String.class, item -> literal(value.apply(item)));
        } else {
            add(like, like.getType(), value);
        }
        return this;
    }

    private <V> void add(Field<?> like, Class<V> type, Function<T, ? extends @Nullable V> value) {
        @SuppressWarnings("unchecked")
        V[] values = (V[]) Array.newInstance(type, items.size());
        Arrays.setAll(values, i -> value.apply(items.get(i)));
        var dataType = type == String.class ? SQLDataType.CLOB : like.getDataType();
        columns.add(function(name("unnest"), dataType, val(values, dataType.array()))
                .as(like.getUnqualifiedName()));
    }

    Table<Record> table() {
        return select(columns).asTable(alias);
    }

    /** A column of the table. */
    <V> Field<V> field(Field<V> like) {
        var column = name(name(alias), like.getUnqualifiedName());
        return like.getDataType().isArray()
                ? org.jooq.impl.DSL.field(column, SQLDataType.CLOB).cast(like.getDataType())
                : org.jooq.impl.DSL.field(column, like.getDataType());
    }

    /** Of numbers only: text would have to be quoted. */
    private static @Nullable String literal(@Nullable Object array) {
        return array == null
                ? null
                : Arrays.stream((Integer[]) array).map(Object::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
