package com.modex.booking.domain.seat;

import static com.modex.booking.domain.Fixtures.seat;
import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.domain.show.SeatNumber;
import com.modex.booking.domain.show.SeatPlan;
import com.modex.booking.domain.show.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Thousands of small houses, the same in every run; the seed and the house stand in the message of a failure. */
class BestAvailableAgainstBruteForceTest {
    private static final long SEED = 20_300_501;
    private static final int HOUSES = 5_000;
    private static final int MOST_SEATS = 12;

    @Test
    void noChoiceIsBetterByTheDefinition() {
        forEachHouse(house -> {
            var definition = new BruteForce(house.plan(), house.free());
            for (int quantity = 1; quantity <= house.plan().totalSeats() + 1; quantity++) {
                for (boolean allowSplit : new boolean[] {false, true}) {
                    assertThat(BestAvailable.choose(house.plan(), FreeSeats.of(house.free()), quantity, allowSplit))
                            .as("%s, quantity %d, split %b", house, quantity, allowSplit)
                            .isEqualTo(definition.choose(quantity, allowSplit));
                }
            }
        });
    }

    @Test
    void alternativesAreUpToThreeChoicesEachTheBestOfWhatIsLeft() {
        forEachHouse(house -> {
            for (int size = 1; size <= house.plan().totalSeats() + 1; size++) {
                List<SortedSet<SeatNumber>> alternatives =
                        BestAvailable.alternatives(house.plan(), FreeSeats.of(house.free()), size);

                var left = new TreeSet<>(house.free());
                for (SortedSet<SeatNumber> alternative : alternatives) {
                    assertThat(alternative)
                            .as("%s, size %d: free and in no other alternative", house, size)
                            .hasSize(size)
                            .isSubsetOf(left);
                    assertThat(Optional.of(alternative))
                            .as("%s, size %d: the best of what is left", house, size)
                            .isEqualTo(BestAvailable.choose(house.plan(), FreeSeats.of(left), size, true));
                    left.removeAll(alternative);
                }
                assertThat(alternatives)
                        .as("%s, size %d: as many as there are", house, size)
                        .hasSize(Math.min(3, house.free().size() / size));
            }
        });
    }

    private static void forEachHouse(Consumer<House> check) {
        var random = new Random(SEED);
        for (int number = 1; number <= HOUSES; number++) {
            check.accept(House.random(number, random));
        }
    }

    private record House(int number, SeatPlan plan, SortedSet<SeatNumber> free) {
        static House random(int number, Random random) {
            var sections = new ArrayList<Section>();
            int seats = random.nextInt(1, MOST_SEATS + 1);
            for (int rest = seats; rest > 0; rest -= sections.getLast().seats()) {
                int seatsOfSection = random.nextInt(3) == 0 ? random.nextInt(1, rest + 1) : rest;
                sections.add(new Section("S" + sections.size(), seatsOfSection, random.nextInt(1, MOST_SEATS)));
            }
            var free = new TreeSet<SeatNumber>();
            int eighths = random.nextInt(1, 9);
            for (int seat = 1; seat <= seats; seat++) {
                if (random.nextInt(8) < eighths) {
                    free.add(seat(seat));
                }
            }
            return new House(number, new SeatPlan(sections), free);
        }

        @Override
        public String toString() {
            return "Seed %d, house %d: %s, free %s".formatted(SEED, number, plan, free);
        }
    }
}
