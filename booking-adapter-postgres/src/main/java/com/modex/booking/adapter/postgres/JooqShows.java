package com.modex.booking.adapter.postgres;

import static com.modex.booking.adapter.postgres.jooq.Tables.SEATS;
import static com.modex.booking.adapter.postgres.jooq.Tables.SHOWS;
import static org.jooq.impl.DSL.generateSeries;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import com.modex.booking.adapter.postgres.jooq.tables.records.ShowsRecord;
import com.modex.booking.domain.show.HoldTime;
import com.modex.booking.domain.show.SalesTerms;
import com.modex.booking.domain.show.SalesWindow;
import com.modex.booking.domain.show.SeatLimit;
import com.modex.booking.domain.show.SeatPlan;
import com.modex.booking.domain.show.Section;
import com.modex.booking.domain.show.Show;
import com.modex.booking.domain.show.ShowId;
import com.modex.booking.domain.show.ShowName;
import com.modex.booking.domain.show.ShowQuery;
import com.modex.booking.domain.show.ShowStatus;
import com.modex.booking.domain.show.ShowType;
import com.modex.booking.domain.show.Shows;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Keeps shows in {@code shows} and makes their rows in {@code seats}. */
final class JooqShows implements Shows {
    private final DSLContext dsl;

    JooqShows(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public void add(Show show) {
        dsl.insertInto(SHOWS).set(toRecord(show)).execute();
        var numbers = generateSeries(1, show.plan().totalSeats()).as("seat", "number");
        dsl.insertInto(SEATS, SEATS.SHOW_ID, SEATS.NUMBER)
                .select(select(val(show.id().value()), numbers.field("number", Integer.class))
                        .from(numbers))
                .execute();
    }

    @Override
    public Optional<Show> find(ShowId id) {
        return dsl.selectFrom(SHOWS).where(SHOWS.ID.eq(id.value())).fetchOptional(JooqShows::toShow);
    }

    @Override
    public List<Show> list(ShowQuery query) {
        return dsl.selectFrom(SHOWS)
                .where(matching(query))
                .orderBy(SHOWS.START_TIME, SHOWS.ID)
                .limit(query.limit())
                .fetch(JooqShows::toShow);
    }

    private static Condition matching(ShowQuery query) {
        Condition condition = query.from() == null
                ? SHOWS.START_TIME.ge(DatabaseTime.TRANSACTION_START)
                : SHOWS.START_TIME.ge(query.from());
        if (query.to() != null) {
            condition = condition.and(SHOWS.START_TIME.lt(query.to()));
        }
        if (query.type() != null) {
            condition = condition.and(SHOWS.TYPE.eq(query.type().name()));
        }
        if (query.namePart() != null) {
            condition = condition.and(SHOWS.NAME.containsIgnoreCase(query.namePart()));
        }
        var after = query.after();
        return condition.and(
                after == null
                        ? noCondition()
                        : row(SHOWS.START_TIME, SHOWS.ID)
                                .gt(row(after.startTime(), after.id().value())));
    }

    private static ShowsRecord toRecord(Show show) {
        var terms = show.terms();
        var sections = show.plan().sections();
        var seatLimit = terms.seatLimit();
        var row = new ShowsRecord();
        row.setId(show.id().value());
        row.setName(show.name().value());
        row.setType(show.type().name());
        row.setStartTime(show.startTime());
        row.setSectionNames(sections.stream().map(Section::name).toArray(String[]::new));
        row.setSectionSeats(sections.stream().map(Section::seats).toArray(Integer[]::new));
        row.setSectionSeatsPerRow(sections.stream().map(Section::seatsPerRow).toArray(Integer[]::new));
        row.setStatus(show.status().name());
        row.setSalesOpenAt(terms.window().openAt());
        row.setSalesCloseAt(terms.window().closeAt());
        row.setMaxSeatsPerUser(seatLimit == null ? null : seatLimit.value());
        row.setHoldSeconds(terms.holdTime().seconds());
        row.setVersion(show.version());
        row.setCreatedAt(show.createdAt());
        return row;
    }

    private static Show toShow(ShowsRecord row) {
        var window = new SalesWindow(row.getSalesOpenAt(), row.getSalesCloseAt());
        var seatLimit = row.getMaxSeatsPerUser() == null ? null : new SeatLimit(row.getMaxSeatsPerUser());
        return Show.restore(
                new ShowId(row.getId()),
                new ShowName(row.getName()),
                ShowType.valueOf(row.getType()),
                row.getStartTime(),
                toPlan(row),
                new SalesTerms(window, new HoldTime(row.getHoldSeconds()), seatLimit),
                ShowStatus.valueOf(row.getStatus()),
                row.getVersion(),
                row.getCreatedAt());
    }

    private static SeatPlan toPlan(ShowsRecord row) {
        return new SeatPlan(IntStream.range(0, row.getSectionNames().length)
                .mapToObj(i ->
                        new Section(row.getSectionNames()[i], row.getSectionSeats()[i], row.getSectionSeatsPerRow()[i]))
                .toList());
    }
}
