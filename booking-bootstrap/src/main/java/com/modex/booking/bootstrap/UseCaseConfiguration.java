package com.modex.booking.bootstrap;

import com.github.f4b6a3.uuid.UuidCreator;
import com.modex.booking.application.BusinessClock;
import com.modex.booking.application.ChangeCounts;
import com.modex.booking.application.GroupCommit;
import com.modex.booking.application.Pause;
import com.modex.booking.application.UnitOfWork;
import com.modex.booking.application.booking.BookSeats;
import com.modex.booking.application.booking.BookingUseCases;
import com.modex.booking.application.booking.CancelBooking;
import com.modex.booking.application.booking.ConfirmBooking;
import com.modex.booking.application.booking.ExpireHolds;
import com.modex.booking.application.booking.ExtendHold;
import com.modex.booking.application.booking.ListBookings;
import com.modex.booking.application.booking.ListShowBookings;
import com.modex.booking.application.booking.ViewBooking;
import com.modex.booking.application.show.CancelShow;
import com.modex.booking.application.show.ChangeHouseSeats;
import com.modex.booking.application.show.ChangeShow;
import com.modex.booking.application.show.CreateShow;
import com.modex.booking.application.show.ListShows;
import com.modex.booking.application.show.ShowUseCases;
import com.modex.booking.application.show.ViewAvailability;
import com.modex.booking.application.show.ViewSeatMap;
import com.modex.booking.application.show.ViewShow;
import com.modex.booking.bootstrap.settings.NumberSetting;
import com.modex.booking.domain.booking.BookingId;
import com.modex.booking.domain.booking.BookingIds;
import com.modex.booking.domain.booking.BookingLock;
import com.modex.booking.domain.booking.Bookings;
import com.modex.booking.domain.booking.BuyerLock;
import com.modex.booking.domain.booking.ExpiredHolds;
import com.modex.booking.domain.booking.HoldLimit;
import com.modex.booking.domain.seat.SalesLedger;
import com.modex.booking.domain.seat.SeatLock;
import com.modex.booking.domain.seat.SeatMaps;
import com.modex.booking.domain.show.ShowId;
import com.modex.booking.domain.show.ShowIds;
import com.modex.booking.domain.show.ShowLock;
import com.modex.booking.domain.show.Shows;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the use cases out of the driven ports. */
@Configuration(proxyBeanMethods = false)
class UseCaseConfiguration {
    private static final NumberSetting HOLD_LIMIT =
            new NumberSetting("HOLD_LIMIT", "seats of one show that a user may have on hold", 1, HoldLimit.MAX);

    private static final NumberSetting BATCHES =
            new NumberSetting("BOOKING_BATCHES", "batches of bookings that may be under way at once", 1, 100);

    /** This machine's clock: for tokens alone. What is stored goes by the database's. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ChangeCounts changeCounts() {
        return new ChangeCounts();
    }

    /** Platform threads: in a stampede a virtual one would queue behind all the requests at each answer of the database. */
    @Bean
    ExecutorService batchThreads(@Value("${booking.group-commit.batches}") String batches) {
        return Executors.newFixedThreadPool(
                BATCHES.read(batches), Thread.ofPlatform().name("batch-", 1).factory());
    }

    @Bean
    GroupCommit.Carriage carriage(
            ExecutorService batchThreads,
            @Value("${booking.group-commit.batches}") String batches,
            @Value("${booking.group-commit.batch-size}") int batchSize,
            @Value("${booking.group-commit.enough-for-another}") int enough) {
        return new GroupCommit.Carriage(batchThreads, BATCHES.read(batches), batchSize, enough);
    }

    @Bean
    Pause pause() {
        return time -> LockSupport.parkNanos(time.toNanos());
    }

    @Bean
    ShowIds showIds() {
        return () -> new ShowId(UuidCreator.getTimeOrderedEpoch());
    }

    @Bean
    BookingIds bookingIds() {
        return () -> new BookingId(UuidCreator.getTimeOrderedEpoch());
    }

    @Bean
    ShowUseCases showUseCases(
            UnitOfWork unitOfWork,
            Shows shows,
            ShowLock showLock,
            SeatLock seatLock,
            SeatMaps seatMaps,
            Bookings bookings,
            ShowIds ids,
            BusinessClock clock,
            ChangeCounts changes) {
        return new ShowUseCases(
                unitOfWork, shows, showLock, seatLock, seatMaps, bookings, ids, clock, changes, System::nanoTime);
    }

    @Bean
    BookingUseCases bookingUseCases(
            UnitOfWork unitOfWork,
            Shows shows,
            SeatLock seatLock,
            SeatMaps seatMaps,
            Bookings bookings,
            SalesLedger ledger,
            BookingLock bookingLock,
            BuyerLock buyerLock,
            ExpiredHolds expiredHolds,
            BookingIds ids,
            @Value("${booking.hold-limit}") String holdLimit,
            BusinessClock clock,
            Pause pause,
            GroupCommit.Carriage carriage) {
        return new BookingUseCases(
                unitOfWork,
                shows,
                seatLock,
                seatMaps,
                bookings,
                ledger,
                bookingLock,
                buyerLock,
                expiredHolds,
                ids,
                new HoldLimit(HOLD_LIMIT.read(holdLimit)),
                clock,
                pause,
                carriage);
    }

    @Bean
    CreateShow createShow(ShowUseCases useCases) {
        return useCases.createShow();
    }

    @Bean
    ChangeShow changeShow(ShowUseCases useCases) {
        return useCases.changeShow();
    }

    @Bean
    CancelShow cancelShow(ShowUseCases useCases) {
        return useCases.cancelShow();
    }

    @Bean
    ChangeHouseSeats changeHouseSeats(ShowUseCases useCases) {
        return useCases.changeHouseSeats();
    }

    @Bean
    ListShows listShows(ShowUseCases useCases) {
        return useCases.listShows();
    }

    @Bean
    ViewShow viewShow(ShowUseCases useCases) {
        return useCases.viewShow();
    }

    @Bean
    ViewSeatMap viewSeatMap(ShowUseCases useCases) {
        return useCases.viewSeatMap();
    }

    @Bean
    ViewAvailability viewAvailability(ShowUseCases useCases) {
        return useCases.viewAvailability();
    }

    @Bean
    BookSeats bookSeats(BookingUseCases useCases) {
        return useCases.bookSeats();
    }

    @Bean
    ConfirmBooking confirmBooking(BookingUseCases useCases) {
        return useCases.confirmBooking();
    }

    @Bean
    ExtendHold extendHold(BookingUseCases useCases) {
        return useCases.extendHold();
    }

    @Bean
    CancelBooking cancelBooking(BookingUseCases useCases) {
        return useCases.cancelBooking();
    }

    @Bean
    ViewBooking viewBooking(BookingUseCases useCases) {
        return useCases.viewBooking();
    }

    @Bean
    ListBookings listBookings(BookingUseCases useCases) {
        return useCases.listBookings();
    }

    @Bean
    ListShowBookings listShowBookings(BookingUseCases useCases) {
        return useCases.listShowBookings();
    }

    @Bean
    ExpireHolds expireHolds(BookingUseCases useCases) {
        return useCases.expireHolds();
    }
}
