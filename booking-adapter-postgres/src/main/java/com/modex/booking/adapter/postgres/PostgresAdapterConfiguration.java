package com.modex.booking.adapter.postgres;

import com.modex.booking.application.BusinessClock;
import com.modex.booking.application.ChangeCounts;
import com.modex.booking.application.UnitOfWork;
import com.modex.booking.domain.booking.BookingLock;
import com.modex.booking.domain.booking.Bookings;
import com.modex.booking.domain.booking.BuyerLock;
import com.modex.booking.domain.booking.ExpiredHolds;
import com.modex.booking.domain.seat.SalesLedger;
import com.modex.booking.domain.seat.SeatLock;
import com.modex.booking.domain.seat.SeatMaps;
import com.modex.booking.domain.show.ShowLock;
import com.modex.booking.domain.show.Shows;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;

/** The door to this adapter: on a data source and its transaction manager it offers every persistence port. */
@Configuration(proxyBeanMethods = false)
@Import(MigrationConfiguration.class)
public class PostgresAdapterConfiguration {
    @Bean
    DSLContext dsl(DataSource dataSource) {
        return DSL.using(new DefaultConfiguration()
                .set(SQLDialect.POSTGRES)
                .set(new SpringConnections(dataSource))
                .set(new SqlErrors())
                .set(new Settings().withRenderSchema(false).withExecuteLogging(false)));
    }

    @Bean
    UnitOfWork unitOfWork(PlatformTransactionManager transactionManager) {
        return new SpringUnitOfWork(transactionManager);
    }

    /** For rehearsals. Nobody gets it who does not ask for it by name. */
    @Bean(defaultCandidate = false)
    @Qualifier("undone")
    UnitOfWork undoneUnitOfWork(PlatformTransactionManager transactionManager) {
        return new UndoneUnitOfWork(transactionManager);
    }

    @Bean
    BusinessClock businessClock(DSLContext dsl) {
        return new JooqBusinessClock(dsl);
    }

    @Bean
    Shows shows(DSLContext dsl, ChangeCounts counts) {
        return new JooqShows(dsl, new CountedChanges(counts));
    }

    @Bean
    ShowLock showLock(DSLContext dsl) {
        return new JooqShowLock(dsl);
    }

    @Bean
    SeatMaps seatMaps(DSLContext dsl) {
        return new JooqSeatMaps(dsl);
    }

    @Bean
    SeatLock seatLock(DSLContext dsl, ChangeCounts counts) {
        return new JooqSeatLock(dsl, new CountedChanges(counts));
    }

    @Bean
    Bookings bookings(DSLContext dsl) {
        return new JooqBookings(dsl);
    }

    @Bean
    SalesLedger salesLedger(DSLContext dsl, ChangeCounts counts) {
        return new JooqSalesLedger(dsl, new CountedChanges(counts));
    }

    @Bean
    BookingLock bookingLock(DSLContext dsl) {
        return new JooqBookingLock(dsl);
    }

    @Bean
    BuyerLock buyerLock(DSLContext dsl) {
        return new JooqBuyerLock(dsl);
    }

    @Bean
    ExpiredHolds expiredHolds(DSLContext dsl) {
        return new JooqExpiredHolds(dsl);
    }
}
