package com.modex.booking.adapter.postgres;

import static com.modex.booking.adapter.postgres.jooq.Tables.BUYERS;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.select;

import com.modex.booking.domain.booking.Buyer;
import com.modex.booking.domain.booking.BuyerLock;
import java.util.Collection;
import java.util.Set;
import org.jooq.DSLContext;

/** Locks rows of {@code buyers}, made if they are not there: an upsert does both in one statement, in one order. */
final class JooqBuyerLock implements BuyerLock {
    private final DSLContext dsl;

    JooqBuyerLock(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public void lock(Collection<Buyer> buyers) {
        var rows = Unnested.of("turns", Set.copyOf(buyers))
                .with(BUYERS.SHOW_ID, buyer -> buyer.show().value())
                .with(BUYERS.USER_ID, buyer -> buyer.user().value());
        dsl.insertInto(BUYERS, BUYERS.SHOW_ID, BUYERS.USER_ID)
                .select(select(rows.field(BUYERS.SHOW_ID), rows.field(BUYERS.USER_ID))
                        .from(rows.table())
                        .orderBy(rows.field(BUYERS.SHOW_ID), rows.field(BUYERS.USER_ID)))
                .onConflict(BUYERS.SHOW_ID, BUYERS.USER_ID)
                .doUpdate()
                .set(BUYERS.USER_ID, excluded(BUYERS.USER_ID))
                .execute();
    }
}
