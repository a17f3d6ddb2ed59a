package com.modex.booking.adapter.postgres;

import static com.modex.booking.adapter.postgres.jooq.Tables.BUYERS;

import com.modex.booking.domain.UserId;
import com.modex.booking.domain.booking.BuyerLock;
import com.modex.booking.domain.show.ShowId;
import org.jooq.DSLContext;

/** Locks one row of {@code buyers}, made if it is not there: an upsert does both in one statement. */
final class JooqBuyerLock implements BuyerLock {
    private final DSLContext dsl;

    JooqBuyerLock(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public void lock(ShowId show, UserId user) {
        dsl.insertInto(BUYERS)
                .columns(BUYERS.SHOW_ID, BUYERS.USER_ID)
                .values(show.value(), user.value())
                .onConflict(BUYERS.SHOW_ID, BUYERS.USER_ID)
                .doUpdate()
                .set(BUYERS.USER_ID, user.value())
                .execute();
    }
}
