package com.modex.booking.application.rehearsal;

import com.modex.booking.application.BusinessClock;
import com.modex.booking.application.UnitOfWork;
import com.modex.booking.application.booking.BookSeats;
import com.modex.booking.application.booking.CancelBooking;
import com.modex.booking.application.booking.ConfirmBooking;
import com.modex.booking.application.booking.SeatWish;
import com.modex.booking.application.booking.ViewBooking;
import com.modex.booking.application.show.CreateShow;
import com.modex.booking.application.show.ListShows;
import com.modex.booking.application.show.ViewAvailability;
import com.modex.booking.application.show.ViewSeatMap;
import com.modex.booking.application.show.ViewShow;
import com.modex.booking.domain.UserId;
import com.modex.booking.domain.booking.SeatSelection;
import com.modex.booking.domain.show.SalesTerms;
import com.modex.booking.domain.show.SeatNumber;
import com.modex.booking.domain.show.SeatPlan;
import com.modex.booking.domain.show.ShowId;
import com.modex.booking.domain.show.ShowName;
import com.modex.booking.domain.show.ShowQuery;
import com.modex.booking.domain.show.ShowType;
import java.time.Duration;
import java.util.stream.IntStream;

final class RehearseSaleHandler implements RehearseSale {
    private static final int SEATS = 30;
    private static final int BUYERS = 20;
    private static final UserId BUYER = new UserId("rehearsal");
    private static final Duration AHEAD = Duration.ofDays(30);

    private final UnitOfWork undone;
    private final CreateShow createShow;
    private final ListShows listShows;
    private final ViewShow viewShow;
    private final ViewSeatMap viewSeatMap;
    private final ViewAvailability viewAvailability;
    private final BookSeats bookSeats;
    private final ConfirmBooking confirmBooking;
    private final CancelBooking cancelBooking;
    private final ViewBooking viewBooking;
    private final BusinessClock clock;

    RehearseSaleHandler(
            UnitOfWork undone,
            CreateShow createShow,
            ListShows listShows,
            ViewShow viewShow,
            ViewSeatMap viewSeatMap,
            ViewAvailability viewAvailability,
            BookSeats bookSeats,
            ConfirmBooking confirmBooking,
            CancelBooking cancelBooking,
            ViewBooking viewBooking,
            BusinessClock clock) {
        this.undone = undone;
        this.createShow = createShow;
        this.listShows = listShows;
        this.viewShow = viewShow;
        this.viewSeatMap = viewSeatMap;
        this.viewAvailability = viewAvailability;
        this.bookSeats = bookSeats;
        this.confirmBooking = confirmBooking;
        this.cancelBooking = cancelBooking;
        this.viewBooking = viewBooking;
        this.clock = clock;
    }

    @Override
    public void rehearse() {
        undone.run(this::sale);
    }

    private BookSeats.Result sale() {
        ShowId show = schedule();
        look(show);
        for (int seat = 1; seat <= BUYERS; seat++) {
            bookSeats.book(wish(show, new SeatWish.Named(seats(seat, 1)), true));
        }
        for (int seat = 1; seat <= BUYERS; seat += 5) {
            // Taken by now.
            bookSeats.book(wish(show, new SeatWish.Named(seats(seat, 2)), true));
        }
        look(show);
        if (bookSeats.book(wish(show, new SeatWish.Named(seats(BUYERS + 1, 2)), false))
                instanceof BookSeats.Result.Booked(var hold)) {
            confirmBooking.confirm(new ConfirmBooking.Command(hold.id(), BUYER));
            viewBooking.view(new ViewBooking.Query(hold.id(), BUYER, false));
            cancelBooking.cancel(new CancelBooking.Command(hold.id(), BUYER, null));
        }
        return bookSeats.book(wish(show, new SeatWish.Best(2, false), true));
    }

    private ShowId schedule() {
        var made = createShow.create(new CreateShow.Command(
                new ShowName("Rehearsal"),
                ShowType.SHOW,
                clock.now().plus(AHEAD),
                SeatPlan.of(SEATS),
                SalesTerms.DEFAULT,
                null));
        return switch (made) {
            case CreateShow.Result.Created(var show) -> show.id();
            case CreateShow.Result.Replayed(var show) -> show.id();
            case CreateShow.Result.KeyReused() -> throw new IllegalStateException("There was no key");
        };
    }

    private void look(ShowId show) {
        listShows.list(new ShowQuery(null, null, null, null, null, SEATS));
        viewShow.view(show);
        viewSeatMap.view(show, Duration.ZERO);
        viewAvailability.view(show);
    }

    private static BookSeats.Command wish(ShowId show, SeatWish wish, boolean confirm) {
        return new BookSeats.Command(show, BUYER, wish, confirm, null);
    }

    private static SeatSelection seats(int first, int count) {
        return SeatSelection.of(
                IntStream.range(first, first + count).mapToObj(SeatNumber::new).toList());
    }
}
