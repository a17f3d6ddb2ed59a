package com.modex.booking.adapter.postgres;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.select;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Param;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Values as a table of a query: one row for each item, one array as a parameter for each column, so that the statement is
 * the same for any number of items and is rendered and planned once. Arrays that are unnested side by side in a select list
 * go in step.
 *
 * @param <T> the items, which come with each {@linkplain RenderedQuery.Call#with(Unnested, Collection) execution}
 */
final class Unnested<T> {
    private final String alias;
    private final List<Column<T, ?>> columns;

    private Unnested(String alias, List<Column<T, ?>> columns) {
        this.alias = alias;
        this.columns = columns;
    }

    static <T> Unnested<T> named(String alias) {
        return new Unnested<>(alias, List.of());
    }

    /** The same with one more column, which has the name and the type of that field. */
    <V> Unnested<T> with(Field<V> like, Function<T, ? extends @Nullable V> value) {
        var more = new ArrayList<>(columns);
        more.add(
                like.getDataType().isArray()
                        // An array of arrays would come apart into single elements; as text each stays whole.
                        ? column(like, SQLDataType.CLOB, item -> literal(value.apply(item)))
                        : column(like, like.getDataType(), value));
        return new Unnested<>(alias, more);
    }

    private <V> Column<T, V> column(Field<?> like, DataType<V> type, Function<T, ? extends @Nullable V> value) {
        return new Column<>(
                like.getUnqualifiedName(), param(alias + "." + like.getName(), type.getArrayDataType()), type, value);
    }

    Table<Record> table() {
        return select(columns.stream().map(Column::unnested).toList()).asTable(alias);
    }

    /** A column of the table. */
    <V> Field<V> field(Field<V> like) {
        var column = name(name(alias), like.getUnqualifiedName());
        return like.getDataType().isArray()
                ? org.jooq.impl.DSL.field(column, SQLDataType.CLOB).cast(like.getDataType())
                : org.jooq.impl.DSL.field(column, like.getDataType());
    }

    /** Tells the name of each column's parameter, and its value for these items. */
    void forEachColumn(Collection<T> items, BiConsumer<String, Object> action) {
        columns.forEach(column -> action.accept(column.parameter.getName(), column.valuesOf(items)));
    }

    /** Of numbers only: text would have to be quoted. */
    private static @Nullable String literal(@Nullable Object array) {
        return array == null
                ? null
                : Arrays.stream((Integer[]) array).map(Object::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private record Column<T, V>(
            Name name, Param<V[]> parameter, DataType<V> type, Function<T, ? extends @Nullable V> value) {
        Field<V> unnested() {
            return function(org.jooq.impl.DSL.name("unnest"), type, parameter).as(name);
        }

        Object[] valuesOf(Collection<T> items) {
            var values = (Object[]) Array.newInstance(type.getType(), items.size());
            int place = 0;
            for (T item : items) {
                values[place++] = value.apply(item);
            }
            return values;
        }
    }
}
