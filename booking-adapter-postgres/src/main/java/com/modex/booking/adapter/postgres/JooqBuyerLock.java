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
    private static final Unnested<Buyer> TURNS = Unnested.<Buyer>named("turns")
            .with(BUYERS.SHOW_ID, buyer -> buyer.show().value())
            .with(BUYERS.USER_ID, buyer -> buyer.user().value());

    private final RenderedQuery lock;

    JooqBuyerLock(DSLContext dsl) {
        lock = RenderedQuery.of(
                dsl,
                dsl.insertInto(BUYERS, BUYERS.SHOW_ID, BUYERS.USER_ID)
                        .select(select(TURNS.field(BUYERS.SHOW_ID), TURNS.field(BUYERS.USER_ID))
                                .from(TURNS.table())
                                .orderBy(TURNS.field(BUYERS.SHOW_ID), TURNS.field(BUYERS.USER_ID)))
                        .onConflict(BUYERS.SHOW_ID, BUYERS.USER_ID)
                        .doUpdate()
                        .set(BUYERS.USER_ID, excluded(BUYERS.USER_ID)));
    }

    @Override
    public void lock(Collection<Buyer> buyers) {
        lock.with(TURNS, Set.copyOf(buyers)).execute();
    }
}
