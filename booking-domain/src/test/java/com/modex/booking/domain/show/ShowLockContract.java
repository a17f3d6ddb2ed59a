package com.modex.booking.domain.show;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.domain.BookingWorld;
import com.modex.booking.domain.Fixtures;
import com.modex.booking.domain.Rival;
import com.modex.booking.domain.seat.SeatStatus;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link ShowLock} keeps to, and of the {@link Shows#update} that needs it. */
public interface ShowLockContract {
    BookingWorld world();

    @Test
    default void theShowComesBackAsItIsStored() {
        var show = world().aShow(3);

        assertThat(lock(show.id())).get().usingRecursiveComparison().isEqualTo(show);
    }

    @Test
    default void aShowThatWasNeverAddedIsNotFound() {
        world().aShow(3);

        assertThat(lock(Fixtures.newShowId())).isEmpty();
    }

    @Test
    default void itWaitsUntilTheRivalEndsAndSeesWhatItStored() {
        var show = world().aShow(3);

        try (var rival = Rival.inTheMiddleOf(world(), () -> {
            assertThat(world().showLock().lock(show.id())).isPresent();
            world().shows().update(show.cancel());
        })) {
            assertThat(rival.holdsUp(() -> lock(show.id())))
                    .get()
                    .usingRecursiveComparison()
                    .isEqualTo(show.cancel());
        }
    }

    @Test
    default void buyersOfItsSeatsDoNotWaitForIt() {
        var show = world().aShow(3);

        try (var _ = Rival.inTheMiddleOf(world(), () -> world().showLock().lock(show.id()))) {
            // Were it to wait, the time-out for locks would end it with an exception.
            world().aHold(show, 1);
        }
    }

    @Test
    default void everythingThatCanChangeIsStored() {
        var show = world().aShow(3);
        var changed = show.change(
                List.of(
                        new ShowChange.Rename(new ShowName("Macbeth")),
                        new ShowChange.Reschedule(show.startTime().plusSeconds(60)),
                        new ShowChange.OpenSales(show.createdAt().plusSeconds(1)),
                        new ShowChange.CloseSales(show.startTime()),
                        new ShowChange.LimitSeats(new SeatLimit(7)),
                        new ShowChange.HoldFor(new HoldTime(77))),
                world().now());

        update(changed);

        assertThat(world().shows().find(show.id()))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(changed);
    }

    @Test
    default void anUpdateTouchesNoOtherShow() {
        var other = world().aShow(3);

        update(world().aShow(3).cancel());

        assertThat(world().shows().find(other.id()))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(other);
    }

    @Test
    default void seatsThatWereAddedAreThereAndFreeAndTheOthersStayAsTheyAre() {
        var show = world().aShow(3);
        world().aConfirmedBooking(show, 2);
        var grown = show.change(List.of(new ShowChange.GrowTo(15)), world().now());

        update(grown);

        assertThat(world().shows().find(show.id())).get().extracting(Show::plan).isEqualTo(grown.plan());
        assertThat(world().seatMaps().of(show.id()).seats())
                .hasSize(15)
                .allMatch(seat ->
                        seat.status() == (seat.number().value() == 2 ? SeatStatus.BOOKED : SeatStatus.AVAILABLE));
    }

    private Optional<Show> lock(ShowId id) {
        return world().inTransaction(() -> world().showLock().lock(id));
    }

    private void update(Show show) {
        world().doInTransaction(() -> {
            assertThat(world().showLock().lock(show.id())).isPresent();
            world().shows().update(show);
        });
    }
}
