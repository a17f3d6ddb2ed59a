package com.modex.booking.adapter.postgres;

import static org.jooq.impl.DSL.row;

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
import com.modex.booking.domain.show.ShowStatus;
import com.modex.booking.domain.show.ShowType;
import java.util.stream.IntStream;

/** Rows of {@code shows} and the aggregates that they stand for. */
final class ShowRows {
    private ShowRows() {}

    static ShowsRecord toRecord(Show show) {
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

    static Show toShow(ShowsRecord row) {
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
