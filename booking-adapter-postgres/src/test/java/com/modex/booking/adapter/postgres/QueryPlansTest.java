package com.modex.booking.adapter.postgres;

import static com.modex.booking.domain.Fixtures.ALICE;
import static com.modex.booking.domain.Fixtures.NOON;
import static com.modex.booking.domain.Fixtures.newBookingId;
import static com.modex.booking.domain.Fixtures.newShowId;
import static com.modex.booking.domain.Fixtures.seat;
import static com.modex.booking.domain.Fixtures.seats;
import static com.modex.booking.domain.Fixtures.selection;
import static com.modex.booking.domain.Fixtures.show;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.modex.booking.application.ChangeCounts;
import com.modex.booking.domain.IdempotencyKey;
import com.modex.booking.domain.UserId;
import com.modex.booking.domain.booking.Booking;
import com.modex.booking.domain.booking.BookingKey;
import com.modex.booking.domain.booking.BookingQuery;
import com.modex.booking.domain.booking.BookingStatus;
import com.modex.booking.domain.booking.Buyer;
import com.modex.booking.domain.booking.NewBooking;
import com.modex.booking.domain.booking.ShowBookingsQuery;
import com.modex.booking.domain.seat.LockedSeats;
import com.modex.booking.domain.seat.Seat;
import com.modex.booking.domain.show.ShowId;
import com.modex.booking.domain.show.ShowQuery;
import com.modex.booking.domain.show.ShowType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Explains the very statements that the adapter sends, on tables that are large enough for the plan to matter. With {@code
 * -Dplans.large=true} there are a million bookings of 10,000 of the shows, and each plan is carried out and printed.
 */
class QueryPlansTest {
    private static final TestDatabase DATABASE = TestPostgres.newDatabase();
    private static final CountedChanges CHANGES = new CountedChanges(new ChangeCounts());

    /** How its connections plan: see {@code application.yaml}. */
    private static final String AS_THE_SERVER = "-c plan_cache_mode=force_generic_plan -c enable_seqscan=off"
            + " -c enable_hashjoin=off -c enable_mergejoin=off";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\?");
    private static final boolean LARGE = Boolean.getBoolean("plans.large");
    private static final int BOOKINGS = LARGE ? 1_000_000 : 50_000;
    private static final int SHOWS_WITH_BOOKINGS = LARGE ? 10_000 : 1;
    private static final int SHOWS = 20_000;

    @BeforeAll
    static void fill() {
        var world = PostgresWorld.on(DATABASE, "");
        world.execute("INSERT INTO shows SELECT gen_random_uuid(), 'Show ' || n, 'SHOW',"
                + " now() + n * interval '1 minute', '{MAIN}', '{10}', '{10}', 'SCHEDULED', NULL, NULL, NULL, 120, 1,"
                + " now() FROM generate_series(1, " + SHOWS + ") AS n");
        world.execute("INSERT INTO seats SELECT id, n FROM (SELECT id FROM shows LIMIT 2000) AS shows,"
                + " generate_series(1, 50) AS n");
        world.execute("INSERT INTO bookings (show_id, id, user_id, seats, status, created_at, expires_at,"
                + " confirmed_at) SELECT (SELECT array_agg(id ORDER BY id) FROM shows)[1 + n % " + SHOWS_WITH_BOOKINGS
                + "], gen_random_uuid(), 'user-' || n % " + BOOKINGS / 25
                + ", '{1}', CASE WHEN n % 100 = 0 THEN 'PENDING' ELSE 'CONFIRMED' END, now() - n * interval '1 second',"
                + " now() + (n - " + (BOOKINGS - 1_000) + ") * interval '1 second', now() FROM generate_series(1, "
                + BOOKINGS + ") AS n");
        world.execute("ANALYZE");
    }

    @Test
    void aUsersBookingsAreReadInOrderFromTheirIndex() {
        var user = new UserId("user-7");

        assertUses("bookings_of_user", dsl -> new JooqBookings(dsl).list(new BookingQuery(user, null, null, 21)));
        assertUses(
                "bookings_of_user",
                dsl -> new JooqBookings(dsl)
                        .list(new BookingQuery(
                                user,
                                null,
                                new BookingQuery.Key(Instant.parse("2100-01-01T00:00:00Z"), newBookingId()),
                                21)));
        assertUses(
                "bookings_of_user",
                dsl -> new JooqBookings(dsl).list(new BookingQuery(user, BookingStatus.FAILED, null, 21)));
    }

    @Test
    void aBookingIsFoundByItsIdAlone() {
        assertUses("bookings_by_id", dsl -> new JooqBookings(dsl).find(newBookingId()));
    }

    @Test
    void aBookingIsLockedByAKeyOfItsOwn() {
        // By its show and id, or by its id alone: both find one row.
        assertUses("Index Scan using bookings_", dsl -> new JooqBookingLock(dsl).lock(newShowId(), newBookingId()));
    }

    @Test
    void theSweeperFindsDueHoldsByTheirIndex() {
        assertUses("bookings_to_expire", dsl -> new JooqExpiredHolds(dsl).mark(500));
    }

    @Test
    void seatsAreLockedByTheirKey() {
        assertUses("seats_pkey", dsl -> new JooqSeatLock(dsl, CHANGES).take(newShowId(), seats(1, 2, 3)));
        assertUses("seats_pkey", dsl -> new JooqSeatLock(dsl, CHANGES).await(newShowId(), seats(1, 2, 3)));
    }

    @Test
    void salesAreEnteredByKeysAndNoSeatIsHeldAgainstEachBooking() {
        assertUses("shows_pkey", QueryPlansTest::enterASale);
        assertUses("seats_pkey", QueryPlansTest::enterASale);
        assertThat(plans(QueryPlansTest::enterASale)).noneMatch(plan -> plan.contains("Join Filter"));
    }

    /** Of a show that there is not, so that it can be done again and again. */
    private static void enterASale(DSLContext dsl) {
        var show = show(50, NOON);
        var booking = Booking.confirmed(newBookingId(), show.id(), ALICE, selection(1, 2), NOON);
        var free = booking.seats().numbers().stream()
                .map(number -> Seat.free(show.id(), number))
                .toList();
        var locked = new LockedSeats(show.id(), NOON, free, Set.of());
        locked.apply(free.stream()
                .map(seat -> Seat.restore(seat.show(), seat.number(), booking.id(), null, false))
                .toList());
        new JooqSalesLedger(dsl, CHANGES).enter(List.of(new NewBooking(booking, show, null)), List.of(locked));
    }

    @Test
    void whatBecomesOfABookingIsWrittenByKeys() {
        // By its show and id, or by its id alone: both find one row.
        assertUses("Index Scan using bookings_", QueryPlansTest::amendABooking);
        assertUses("seats_pkey", QueryPlansTest::amendABooking);
    }

    /** Of one that there is not, which is told only once it has been looked for. */
    private static void amendABooking(DSLContext dsl) {
        var booking = Booking.confirmed(newBookingId(), newShowId(), ALICE, selection(1), NOON);
        var locked = new LockedSeats(booking.show(), NOON, List.of(Seat.free(booking.show(), seat(1))), Set.of());
        locked.apply(List.of(Seat.restore(booking.show(), seat(1), booking.id(), null, false)));
        assertThatThrownBy(() -> new JooqSalesLedger(dsl, CHANGES).amend(booking, locked))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aSeatMapReadsTheSeatsOfItsShowOnly() {
        assertUses("seats_pkey", dsl -> new JooqSeatMaps(dsl).of(newShowId()));
    }

    @Test
    void aShowIsFoundByItsIdAndByTheKeyThatItWasMadeWith() {
        assertUses("shows_pkey", dsl -> new JooqShows(dsl, CHANGES).find(List.of(newShowId(), newShowId())));
        assertUses(
                "show_creations_pkey",
                dsl -> new JooqShows(dsl, CHANGES).findMadeWith(new IdempotencyKey(ALICE, "once", "digest")));
    }

    @Test
    void theTurnsOfBuyersAreTakenByTheirKey() {
        assertUses("buyers_pkey", dsl -> new JooqBuyerLock(dsl).lock(List.of(new Buyer(newShowId(), ALICE))));
    }

    @Test
    void showsAreListedInOrderFromTheirIndex() {
        assertUses(
                "shows_by_start_time",
                dsl -> new JooqShows(dsl, CHANGES).list(new ShowQuery(null, null, null, null, null, 21)));
        var last = new ShowQuery.Key(Instant.parse("2100-01-01T00:00:00Z"), newShowId());
        assertUses(
                "shows_by_start_time",
                dsl -> new JooqShows(dsl, CHANGES).list(new ShowQuery(null, null, null, null, last, 21)));
        assertUses(
                "shows_by_type_and_start_time",
                dsl -> new JooqShows(dsl, CHANGES).list(new ShowQuery(ShowType.TRIP, null, null, null, null, 21)));
    }

    @Test
    void showsAreFoundByAPartOfTheirNameFromItsIndex() {
        assertUses(
                "shows_by_part_of_name",
                dsl -> new JooqShows(dsl, CHANGES).list(new ShowQuery(null, "how 1234", null, null, null, 21)));
    }

    @Test
    void theBookingsOfAShowAreReadInTheOrderOfTheirKey() {
        assertUses(
                "bookings_pkey",
                dsl -> new JooqBookings(dsl).list(new ShowBookingsQuery(newShowId(), null, newBookingId(), 21)));
        assertUses(
                "bookings_pkey",
                dsl -> new JooqBookings(dsl)
                        .list(new ShowBookingsQuery(newShowId(), BookingStatus.CANCELLED, null, 21)));
    }

    @Test
    void aBookingIsFoundByTheKeyThatItWasMadeWith() {
        var key = new IdempotencyKey(ALICE, "once", "digest");

        assertUses(
                "bookings_of_buyer",
                dsl -> new JooqBookings(dsl).findMadeWith(List.of(new BookingKey(newShowId(), key))));
    }

    @Test
    void theSeatsOfABuyerAreCountedFromTheIndexOfBuyers() {
        // Of one whose hold has run out and is marked meanwhile.
        var hold = PostgresWorld.on(DATABASE, "")
                .dsl()
                .fetchSingle(
                        "SELECT show_id, user_id FROM bookings WHERE status = 'PENDING' AND expires_at < now() LIMIT 1");
        var buyer = new Buyer(new ShowId(hold.get(0, UUID.class)), new UserId(hold.get(1, String.class)));

        assertUses("bookings_of_buyer", dsl -> new JooqBookings(dsl).countSeats(List.of(buyer)));
    }

    @Test
    void theSeatsOfAShowAreCountedAndFoundByTheirKey() {
        assertUses("seats_pkey", dsl -> new JooqSeatMaps(dsl).availability(newShowId()));
        assertUses("seats_pkey", dsl -> new JooqSeatMaps(dsl).free(newShowId()));
    }

    @Test
    void aShowIsCalledOffByKeys() {
        assertUses("shows_pkey", dsl -> new JooqShowLock(dsl).lock(newShowId()));
        assertUses("seats_pkey", dsl -> new JooqSeatLock(dsl, CHANGES).awaitAll(newShowId()));
        // From the index of keys or that of buyers: in both a show's bookings stand together.
        assertUses(
                "Index Cond: (show_id =",
                dsl -> new JooqBookings(dsl).endAll(newShowId(), Instant.parse("2100-01-01T00:00:00Z")));
    }

    private static void assertUses(String index, Consumer<DSLContext> work) {
        for (String plan : plans(work)) {
            assertThat(plan).contains(index).doesNotContain("Seq Scan on");
        }
    }

    private static List<String> plans(Consumer<DSLContext> work) {
        var properties = new Properties();
        properties.setProperty("user", DATABASE.username());
        properties.setProperty("password", DATABASE.password());
        properties.setProperty("options", AS_THE_SERVER);
        try (var connection = DriverManager.getConnection(DATABASE.jdbcUrl(), properties)) {
            var plans = new ArrayList<String>();
            connection.setAutoCommit(false);
            work.accept(dsl(explaining(connection, plans)));
            connection.rollback();
            assertThat(plans).isNotEmpty();
            return plans;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DSLContext dsl(Connection connection) {
        return new PostgresAdapterConfiguration().dsl(new SingleConnectionDataSource(connection, true));
    }

    /** Has each statement explained before it is carried out. */
    private static Connection explaining(Connection connection, List<String> plans) {
        return proxy(Connection.class, (method, arguments) -> {
            Object result = method.invoke(connection, arguments);
            return result instanceof PreparedStatement statement
                    ? explaining(connection, (String) arguments[0], statement, plans)
                    : result;
        });
    }

    private static PreparedStatement explaining(
            Connection connection, String sql, PreparedStatement statement, List<String> plans) {
        var values = new ArrayList<Setter>();
        return proxy(PreparedStatement.class, (method, arguments) -> {
            if (method.getName().startsWith("set") && arguments.length > 1) {
                values.add(to -> method.invoke(to, arguments));
            } else if (method.getName().startsWith("execute")) {
                plans.add(plan(connection, sql));
                if (LARGE) {
                    printAnalyzed(connection, sql, values);
                }
            }
            return method.invoke(statement, arguments);
        });
    }

    /** The plan that the server's connections keep: one for whatever values may come. */
    private static String plan(Connection connection, String sql) throws SQLException {
        var parameters = new ArrayList<String>();
        String numbered = PLACEHOLDER.matcher(sql).replaceAll(_ -> {
            parameters.add("NULL");
            return "\\$" + parameters.size();
        });
        try (var statement = connection.createStatement()) {
            statement.execute("PREPARE explained AS " + numbered);
            try (var plan = statement.executeQuery("EXPLAIN EXECUTE explained"
                    + (parameters.isEmpty() ? "" : "(" + String.join(", ", parameters) + ")"))) {
                return lines(plan);
            } finally {
                statement.execute("DEALLOCATE explained");
            }
        }
    }

    /** With its values, so by another plan where one for these values is better. */
    private static void printAnalyzed(Connection connection, String sql, List<Setter> values)
            throws SQLException, ReflectiveOperationException {
        try (var explain = connection.prepareStatement("EXPLAIN ANALYZE " + sql)) {
            for (Setter value : values) {
                value.set(explain);
            }
            try (var plan = explain.executeQuery()) {
                System.out.println(explain + "\n" + lines(plan) + "\n");
            }
        }
    }

    private static String lines(ResultSet plan) throws SQLException {
        var lines = new StringJoiner("\n");
        while (plan.next()) {
            lines.add(plan.getString(1));
        }
        return lines.toString();
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    try {
                        return handler.handle(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    @FunctionalInterface
    private interface Setter {
        void set(PreparedStatement statement) throws ReflectiveOperationException;
    }

    @FunctionalInterface
    private interface Handler {
        @Nullable
        Object handle(Method method, Object... arguments) throws SQLException, ReflectiveOperationException;
    }
}
