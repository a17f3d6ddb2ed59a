package com.modex.booking.adapter.postgres;

import static com.modex.booking.adapter.postgres.jooq.Tables.SHOWS;

import com.modex.booking.domain.show.Show;
import com.modex.booking.domain.show.ShowId;
import com.modex.booking.domain.show.ShowLock;
import java.util.Optional;
import org.jooq.DSLContext;

/** Locks one row of {@code shows} by {@code SELECT … FOR NO KEY UPDATE}, which lets seats be added to it. */
final class JooqShowLock implements ShowLock {
    private final DSLContext dsl;

    JooqShowLock(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public Optional<Show> lock(ShowId id) {
        return dsl.selectFrom(SHOWS)
                .where(SHOWS.ID.eq(id.value()))
                .forNoKeyUpdate()
                .fetchOptional(ShowRows::toShow);
    }
}
