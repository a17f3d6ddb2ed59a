package com.modex.booking.adapter.postgres;

import static com.modex.booking.adapter.postgres.jooq.Tables.SEATS;
import static com.modex.booking.adapter.postgres.jooq.Tables.SHOWS;
import static com.modex.booking.adapter.postgres.jooq.Tables.SHOW_CREATIONS;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.generateSeries;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import com.modex.booking.adapter.postgres.jooq.tables.records.ShowCreationsRecord;
import com.modex.booking.domain.IdempotencyKey;
import com.modex.booking.domain.Keyed;
import com.modex.booking.domain.show.Show;
import com.modex.booking.domain.show.ShowId;
import com.modex.booking.domain.show.ShowQuery;
import com.modex.booking.domain.show.Shows;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Param;
import org.jooq.WithStep;
import org.jspecify.annotations.Nullable;

/** Keeps shows in {@code shows} and makes their rows in {@code seats}. */
final class JooqShows implements Shows {
    private static final Param<UUID[]> IDS = param("ids", SHOWS.ID.getDataType().getArrayDataType());

    private final DSLContext dsl;
    private final CountedChanges changes;
    private final RenderedQuery find;

    JooqShows(DSLContext dsl, CountedChanges changes) {
        this.dsl = dsl;
        this.changes = changes;
        this.find = RenderedQuery.of(dsl, dsl.selectFrom(SHOWS).where(SHOWS.ID.eq(any(IDS))));
    }

    /** One statement, so that the key costs no round trip of its own and decides whether anything is written. */
    @Override
    public boolean add(Show show, @Nullable IdempotencyKey key) {
        var row = ShowRows.toRecord(show);
        if (key == null) {
            var added = name("added").as(insertInto(SHOWS).set(row).returning(SHOWS.ID));
            return addSeats(dsl.with(added), added, show.plan().totalSeats());
        }
        var creation = name("creation")
                .as(insertInto(SHOW_CREATIONS)
                        .set(toRecord(key, show))
                        .onConflict(SHOW_CREATIONS.USER_ID, SHOW_CREATIONS.IDEMPOTENCY_KEY)
                        .doNothing()
                        .returning(SHOW_CREATIONS.SHOW_ID));
        var added = name("added")
                .as(insertInto(SHOWS)
                        .columns(SHOWS.fields())
                        .select(select(Values.of(row)).from(creation))
                        .returning(SHOWS.ID));
        return addSeats(dsl.with(creation).with(added), added, show.plan().totalSeats());
    }

    private boolean addSeats(WithStep with, CommonTableExpression<?> added, int totalSeats) {
        var numbers = generateSeries(1, totalSeats).as("seat", "number");
        int seats = with.insertInto(SEATS, SEATS.SHOW_ID, SEATS.NUMBER)
                .select(select(added.field(SHOWS.ID), numbers.field("number", Integer.class))
                        .from(added, numbers))
                .execute();
        changes.show();
        return seats > 0;
    }

    @Override
    public void update(Show show) {
        var row = ShowRows.toRecord(show);
        int updated = dsl.update(SHOWS).set(row).where(SHOWS.ID.eq(row.getId())).execute();
        if (updated != 1) {
            throw new IllegalStateException("There is no show " + show.id());
        }
        var numbers = generateSeries(
                        field(select(max(SEATS.NUMBER).plus(1)).from(SEATS).where(SEATS.SHOW_ID.eq(row.getId()))),
                        val(show.plan().totalSeats()))
                .as("seat", "number");
        dsl.insertInto(SEATS, SEATS.SHOW_ID, SEATS.NUMBER)
                .select(select(val(row.getId()), numbers.field("number", Integer.class))
                        .from(numbers))
                .execute();
        changes.show();
        changes.seats(show.id());
    }

    @Override
    public Optional<Show> find(ShowId id) {
        return Optional.ofNullable(find(List.of(id)).get(id));
    }

    @Override
    public Map<ShowId, Show> find(Collection<ShowId> ids) {
        UUID[] values = ids.stream().map(ShowId::value).toArray(UUID[]::new);
        return find.with(IDS, values).fetch().into(SHOWS).stream()
                .map(ShowRows::toShow)
                .collect(Collectors.toMap(Show::id, show -> show));
    }

    @Override
    public Optional<Keyed<Show>> findMadeWith(IdempotencyKey key) {
        return dsl.select(SHOW_CREATIONS.BODY_DIGEST)
                .select(SHOWS.fields())
                .from(SHOW_CREATIONS)
                .join(SHOWS)
                .on(SHOWS.ID.eq(SHOW_CREATIONS.SHOW_ID))
                .where(SHOW_CREATIONS.USER_ID.eq(key.user().value()))
                .and(SHOW_CREATIONS.IDEMPOTENCY_KEY.eq(key.value()))
                .fetchOptional(
                        row -> new Keyed<>(ShowRows.toShow(row.into(SHOWS)), row.get(SHOW_CREATIONS.BODY_DIGEST)));
    }

    @Override
    public List<Show> list(ShowQuery query) {
        return dsl.selectFrom(SHOWS)
                .where(matching(query))
                .orderBy(SHOWS.START_TIME, SHOWS.ID)
                .limit(query.limit())
                .fetch(ShowRows::toShow);
    }

    /** Type and name stand in the text: which index is best for them the planner can only tell if it knows them. */
    private static Condition matching(ShowQuery query) {
        Condition condition = query.from() == null
                ? SHOWS.START_TIME.ge(DatabaseTime.TRANSACTION_START)
                : SHOWS.START_TIME.ge(query.from());
        if (query.to() != null) {
            condition = condition.and(SHOWS.START_TIME.lt(query.to()));
        }
        if (query.type() != null) {
            condition = condition.and(SHOWS.TYPE.eq(inline(query.type().name())));
        }
        if (query.namePart() != null) {
            condition = condition.and(SHOWS.NAME.containsIgnoreCase(inline(query.namePart())));
        }
        var after = query.after();
        return condition.and(
                after == null
                        ? noCondition()
                        : row(SHOWS.START_TIME, SHOWS.ID)
                                .gt(row(after.startTime(), after.id().value())));
    }

    private static ShowCreationsRecord toRecord(IdempotencyKey key, Show show) {
        var row = new ShowCreationsRecord();
        row.setUserId(key.user().value());
        row.setIdempotencyKey(key.value());
        row.setBodyDigest(key.bodyDigest());
        row.setShowId(show.id().value());
        row.setCreatedAt(show.createdAt());
        return row;
    }
}
