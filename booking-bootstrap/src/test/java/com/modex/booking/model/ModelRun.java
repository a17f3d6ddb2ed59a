package com.modex.booking.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.journey.RunningServer;
import com.modex.booking.journey.RunningServer.Answer;
import com.modex.booking.journey.Sweep;
import com.modex.booking.model.Model.Wish;
import com.modex.booking.model.ModelBooking.Status;
import com.modex.booking.model.Prediction.Kind;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * One sequence of requests, sent to a running server and asked of the model. Which requests, follows from the seed and
 * the number of the step alone: no choice depends on the time, or on ids that the server makes.
 */
final class ModelRun implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ModelRun.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** However slow the machine is; with fewer, a run would say little. */
    private static final int FEWEST_STEPS = 1_000;
    /** Half of the crashes cut off a request for certain; with so many, the odds of none are below one in a thousand. */
    private static final int CRASHES_THAT_MUST_TELL = 12;

    private static final int STEPS_BETWEEN_CHECKS = 250;
    /** Then come new shows and new users, so that looking at all there is stays quick. */
    private static final int STEPS_OF_A_SEASON = 3_000;

    private static final int FEWEST_SHOWS = 3;
    private static final int MOST_SHOWS = 6;
    private static final int LAST_STEPS = 40;
    private static final String ADMIN = "admin";

    private final long seed;
    private final Deque<String> lastSteps = new ArrayDeque<>();
    private final List<Weighted> kinds = List.of(
            new Weighted(240, random -> perform(bookNamed(random))),
            new Weighted(190, random -> perform(bookBest(random))),
            new Weighted(70, this::retry),
            new Weighted(130, random -> onBooking(random, booking -> confirm(booking, actor(booking, random)))),
            new Weighted(60, random -> onBooking(random, booking -> extend(booking, actor(booking, random)))),
            new Weighted(70, random -> onBooking(random, booking -> cancel(booking, actor(booking, random), null))),
            new Weighted(90, random -> onBooking(random, booking -> cancelPart(booking, random))),
            new Weighted(20, random -> onBooking(random, booking -> read(booking, actor(booking, random)))),
            new Weighted(35, random -> perform(house(random, "block"))),
            new Weighted(35, random -> perform(house(random, "unblock"))),
            new Weighted(45, this::letOneHoldRunOut),
            new Weighted(3, _ -> letAllHoldsRunOut()),
            new Weighted(8, this::age),
            new Weighted(4, this::schedule),
            new Weighted(4, random -> perform(cancelShow(random))),
            new Weighted(3, this::crash));

    private RunningServer server;
    private Model model = new Model();
    private List<String> users = List.of();
    private List<Asked> asked = new ArrayList<>();
    private final Map<String, String> tokens = new HashMap<>();
    private int step;
    private int requests;
    private int seatsSold;
    private int crashes;
    private int unanswered;
    private int differences;

    private record Weighted(int weight, Step step) {}

    @FunctionalInterface
    private interface Step {
        void take(SplittableRandom random) throws Exception;
    }

    /** A request, and what the model makes of it. The model is asked once the request has been answered for good. */
    private record Action(
            String title,
            String user,
            String method,
            String path,
            @Nullable String body,
            @Nullable String key,
            Supplier<Prediction> prediction) {}

    /** A booking that was asked for with a key. */
    private record Asked(ModelShow show, String user, Wish wish, boolean confirm, String key) {}

    ModelRun(long seed) {
        this.seed = seed;
        server = RunningServer.start(settings());
    }

    /** Every other server sweeps all the time: nothing may rest on it, and what it does may cover up what others fail to. */
    private String[] settings() {
        return new String[] {
            "--booking.sweep-interval=" + (crashes % 2 == 0 ? "1h" : "200ms"),
            "--server.shutdown=immediate",
            "--booking.hold-limit=" + Model.HOLD_LIMIT,
            "--logging.level.com.modex.booking.bootstrap=warn"
        };
    }

    /** Fails at the first difference, with the seed and the steps that led to it. */
    void goOnUntil(Instant end) {
        try {
            while (Instant.now().isBefore(end) || step < FEWEST_STEPS) {
                takeNextStep();
            }
            checkEverything();
            if (crashes >= CRASHES_THAT_MUST_TELL) {
                assertThat(unanswered)
                        .as("requests that got no answer, in %d crashes", crashes)
                        .isPositive();
            }
        } catch (Exception | AssertionError e) {
            differences++;
            throw new AssertionError(
                    "The server and the model differ at step %d; give -Dmodel.seed=%d to see it again. The last steps:%n%s"
                            .formatted(step, seed, String.join("\n", lastSteps)),
                    e);
        } finally {
            LOG.info(
                    "The model test with -Dmodel.seed={} took {} steps and sent {} requests; {} seats were sold; {} crashes,"
                            + " {} of which left a request without an answer; {} differences",
                    seed,
                    step,
                    requests,
                    seatsSold,
                    crashes,
                    unanswered,
                    differences);
        }
    }

    private void takeNextStep() throws Exception {
        if (step % STEPS_BETWEEN_CHECKS == 0) {
            checkEverything();
        }
        if (step % STEPS_OF_A_SEASON == 0) {
            int season = step / STEPS_OF_A_SEASON;
            model = new Model();
            asked = new ArrayList<>();
            tokens.clear();
            users = Stream.of("ann", "ben", "cleo", "dan")
                    .map(name -> name + "-" + season)
                    .toList();
        }
        step++;
        // Mixed twice: seeds that follow one another must not give numbers that do.
        var random = new SplittableRandom(new SplittableRandom(seed + step).nextLong());
        if (scheduled().size() < FEWEST_SHOWS) {
            schedule(random);
        } else {
            pick(random).take(random);
        }
    }

    private Step pick(SplittableRandom random) {
        int left = random.nextInt(kinds.stream().mapToInt(Weighted::weight).sum());
        for (Weighted kind : kinds) {
            left -= kind.weight();
            if (left < 0) {
                return kind.step();
            }
        }
        throw new IllegalStateException("The weights do not add up");
    }

    // Which request comes next

    private void schedule(SplittableRandom random) {
        if (scheduled().size() == MOST_SHOWS) {
            return;
        }
        var sales = random.nextInt(100) < 8
                ? ModelShow.Sales.NOT_OPEN
                : random.nextInt(100) < 5 ? ModelShow.Sales.CLOSED : ModelShow.Sales.OPEN;
        Integer limit = random.nextInt(5) < 2 ? Integer.valueOf(2 + random.nextInt(6)) : null;
        var rows = new ArrayList<Integer>();
        String layout;
        if (random.nextBoolean()) {
            int total = 8 + random.nextInt(13);
            for (int left = total; left > 0; left -= 10) {
                rows.add(Math.min(left, 10));
            }
            layout = "\"total_seats\": " + total;
        } else {
            var sections = new ArrayList<String>();
            for (String name : List.of("Stalls", "Balcony")) {
                // Few seats, since the model looks at every choice of them.
                int count = 1 + random.nextInt(2);
                int length = 1 + random.nextInt(4);
                rows.addAll(Collections.nCopies(count, length));
                sections.add("{\"name\": \"%s\", \"rows\": %d, \"seats_per_row\": %d}".formatted(name, count, length));
            }
            layout = "\"sections\": " + sections;
        }
        var show = new ModelShow(rows, sales, limit);
        model.shows.add(show);
        String body =
                "{\"name\": \"Step %d\", \"type\": \"SHOW\", \"start_time\": \"%s\", \"hold_seconds\": %d, %s%s%s}"
                        .formatted(
                                step,
                                RunningServer.inDays(30),
                                Model.HOLD_SECONDS,
                                layout,
                                limit == null ? "" : ", \"max_seats_per_user\": " + limit,
                                switch (sales) {
                                    case NOT_OPEN -> ", \"sales_open_at\": \"" + RunningServer.inDays(2) + "\"";
                                    case OPEN -> "";
                                    case CLOSED -> ", \"sales_close_at\": \"2020-01-01T00:00:00Z\"";
                                });
        show.id = perform(post("schedule", ADMIN, "/v1/shows", body, () -> Prediction.of(201, show)))
                .json()
                .path("id")
                .asString();
    }

    private Action bookNamed(SplittableRandom random) {
        ModelShow show = anyShow(random);
        var seats = new ArrayList<Integer>();
        int size = Math.min(1 + random.nextInt(random.nextBoolean() ? 2 : 5), show.size());
        if (random.nextBoolean()) {
            int first = 1 + random.nextInt(show.size() - size + 1);
            IntStream.range(first, first + size).forEach(seats::add);
        } else {
            IntStream.rangeClosed(1, show.size()).forEach(seats::add);
            Collections.shuffle(seats, new Random(random.nextLong()));
            seats.subList(size, seats.size()).clear();
        }
        if (random.nextInt(100) < 3) {
            seats.add(show.size() + 1 + random.nextInt(3));
        }
        Collections.shuffle(seats, new Random(random.nextLong()));
        return book(show, anyUser(random), new Wish.Named(List.copyOf(seats)), random.nextInt(10) < 6, anyKey(random));
    }

    private Action bookBest(SplittableRandom random) {
        var wish = new Wish.Best(1 + random.nextInt(5), random.nextInt(10) < 4);
        return book(anyShow(random), anyUser(random), wish, random.nextInt(10) < 6, anyKey(random));
    }

    private @Nullable String anyKey(SplittableRandom random) {
        return random.nextBoolean() ? "key-" + step : null;
    }

    private void retry(SplittableRandom random) {
        if (asked.isEmpty()) {
            return;
        }
        int latest = Math.min(asked.size(), 100);
        Asked again = asked.get(asked.size() - 1 - random.nextInt(latest));
        int how = random.nextInt(10);
        String user = how == 0 ? anyUser(random) : again.user();
        boolean confirm = (how == 1) != again.confirm();
        perform(book(again.show(), user, again.wish(), confirm, again.key()));
    }

    private Action book(ModelShow show, String user, Wish wish, boolean confirm, @Nullable String key) {
        String wanted =
                switch (wish) {
                    case Wish.Named(var seats) -> "\"seats\": " + seats;
                    case Wish.Best(var quantity, var allowSplit) ->
                        "\"quantity\": " + quantity + (allowSplit ? ", \"allow_split\": true" : "");
                };
        String body = "{" + wanted + (confirm ? "" : ", \"confirm\": false") + "}";
        if (key != null) {
            asked.add(new Asked(show, user, wish, confirm, key));
        }
        return new Action(
                "book",
                user,
                "POST",
                "/v1/shows/" + show.id + "/bookings",
                body,
                key,
                () -> model.book(show, user, wish, confirm, key, body));
    }

    private Action confirm(ModelBooking booking, String user) {
        return post("confirm", user, path(booking) + "/confirm", null, () -> model.confirm(booking, user));
    }

    private Action extend(ModelBooking booking, String user) {
        return post("extend", user, path(booking) + "/extend", null, () -> model.extend(booking, user));
    }

    private Action cancel(ModelBooking booking, String user, @Nullable List<Integer> part) {
        String body = part == null ? null : "{\"seats\": " + part + "}";
        return post("cancel", user, path(booking) + "/cancel", body, () -> model.cancel(booking, user, part));
    }

    private Action cancelPart(ModelBooking booking, SplittableRandom random) {
        var ofIt = new ArrayList<>(booking.seats);
        ofIt.addAll(booking.cancelledSeats);
        Collections.shuffle(ofIt, new Random(random.nextLong()));
        var part = new ArrayList<>(ofIt.subList(0, 1 + random.nextInt(Math.min(2, ofIt.size()))));
        if (random.nextInt(20) == 0) {
            part.add(booking.show.size() + 1);
        }
        return cancel(booking, actor(booking, random), part);
    }

    private Action read(ModelBooking booking, String user) {
        return new Action("read", user, "GET", path(booking), null, null, () -> model.read(booking, user));
    }

    private Action house(SplittableRandom random, String change) {
        ModelShow show = anyShow(random);
        List<Integer> seats = random.ints(1, show.size() + 1)
                .boxed()
                .limit(1 + random.nextInt(3))
                .distinct()
                .toList();
        return post(
                change,
                ADMIN,
                "/v1/shows/" + show.id + "/seats/" + change,
                "{\"seats\": " + seats + "}",
                () -> change.equals("block") ? model.block(show, seats) : model.unblock(show, seats));
    }

    private Action cancelShow(SplittableRandom random) {
        ModelShow show = anyShow(random);
        return post("cancel", ADMIN, "/v1/shows/" + show.id + "/cancel", null, () -> model.cancelShow(show));
    }

    private static Action post(
            String title, String user, String path, @Nullable String body, Supplier<Prediction> prediction) {
        return new Action(title, user, "POST", path, body, null, prediction);
    }

    private static String path(ModelBooking booking) {
        return "/v1/bookings/" + booking.id;
    }

    private ModelShow anyShow(SplittableRandom random) {
        List<ModelShow> among = random.nextInt(10) == 0 ? model.shows : scheduled();
        return among.get(random.nextInt(among.size()));
    }

    private List<ModelShow> scheduled() {
        return model.shows.stream().filter(show -> !show.cancelled).toList();
    }

    private String anyUser(SplittableRandom random) {
        return users.get(random.nextInt(users.size()));
    }

    private String actor(ModelBooking booking, SplittableRandom random) {
        return random.nextInt(30) == 0 ? anyUser(random) : booking.user;
    }

    private void onBooking(SplittableRandom random, Function<ModelBooking, Action> action) {
        ModelBooking booking = anyBooking(random);
        if (booking != null) {
            perform(action.apply(booking));
        }
    }

    private @Nullable ModelBooking anyBooking(SplittableRandom random) {
        int of = random.nextInt(10);
        List<ModelBooking> among = model.bookings.stream()
                .filter(booking -> of < 4
                        ? booking.isLive()
                        : of < 7 ? booking.status == Status.PENDING : of < 9 ? booking.status == Status.FAILED : true)
                .toList();
        // Of late ones more often: their seats are more likely to be in demand.
        List<ModelBooking> late = among.subList(Math.max(0, among.size() - 30), among.size());
        return late.isEmpty() ? null : late.get(random.nextInt(late.size()));
    }

    // What is done to the server from outside

    private void letOneHoldRunOut(SplittableRandom random) {
        List<ModelBooking> holds = holds();
        if (!holds.isEmpty()) {
            ModelBooking hold = holds.get(random.nextInt(holds.size()));
            note("let run out " + hold);
            server.execute("""
                    UPDATE bookings SET expires_at = clock_timestamp() - interval '1 second' WHERE id = '%1$s';
                    UPDATE seats SET held_until = clock_timestamp() - interval '1 second' WHERE booking_id = '%1$s'
                    """.formatted(hold.id));
            model.runOut(hold);
        }
    }

    private void letAllHoldsRunOut() {
        note("let all holds run out");
        server.letHoldsRunOut();
        holds().forEach(model::runOut);
        // Those that had run out and were not swept yet have run out anew.
        model.bookings.stream()
                .filter(booking -> booking.status == Status.FAILED)
                .forEach(booking -> booking.seen = null);
    }

    /** Makes a hold too old to be extended. */
    private void age(SplittableRandom random) {
        List<ModelBooking> holds = holds();
        if (!holds.isEmpty()) {
            ModelBooking hold = holds.get(random.nextInt(holds.size()));
            note("age " + hold);
            server.execute("UPDATE bookings SET created_at = created_at - interval '%d seconds' WHERE id = '%s'"
                    .formatted(5 * Model.HOLD_SECONDS, hold.id));
            hold.age(Duration.ofSeconds(5 * Model.HOLD_SECONDS));
        }
    }

    private List<ModelBooking> holds() {
        return model.bookings.stream()
                .filter(booking -> booking.status == Status.PENDING)
                .toList();
    }

    /**
     * Crashes the server while it is busy with a request, has another one begin, and sends the request again: whether or
     * not it was done the first time, it is done once.
     */
    private void crash(SplittableRandom random) throws Exception {
        List<ModelBooking> holds = holds();
        ModelBooking hold = holds.isEmpty() ? null : holds.get(random.nextInt(holds.size()));
        Action interrupted;
        boolean stuck = random.nextBoolean() && hold != null;
        if (hold != null && (stuck || random.nextBoolean())) {
            interrupted = random.nextBoolean() ? confirm(hold, hold.user) : cancel(hold, hold.user, null);
        } else {
            interrupted = bookNamed(random);
            if (interrupted.key() == null) {
                interrupted = new Action(
                        interrupted.title(),
                        interrupted.user(),
                        interrupted.method(),
                        interrupted.path(),
                        interrupted.body(),
                        "crash-" + step,
                        interrupted.prediction());
            }
        }
        note("crash during " + interrupted.title());
        crashes++;
        Action sent = interrupted;
        CompletableFuture<@Nullable Answer> answer;
        if (stuck && hold != null) {
            try (var rival = server.openTransaction()) {
                rival.execute("SELECT 1 FROM bookings WHERE id = '" + hold.id + "' FOR UPDATE");
                answer = inTheBackground(sent);
                await("the request waits for the rival's lock", () -> backends("wait_event_type = 'Lock'") > 0);
                server.crash();
            }
        } else {
            answer = inTheBackground(sent);
            TimeUnit.MICROSECONDS.sleep(random.nextInt(8_000));
            server.crash();
        }
        Answer answered = answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        // A connection that was cut keeps its locks until PostgreSQL notices.
        await("the crashed server's sessions end", () -> backends("application_name = 'booking'") == 0);
        server = server.startAnother(settings());
        tokens.clear();
        if (answered == null) {
            unanswered++;
            note("    no answer");
        }
        if (stuck && hold != null) {
            assertThat(answered)
                    .as("the answer to a request that was cut off in mid-transaction")
                    .isNull();
            perform(read(hold, hold.user));
        }
        Prediction expected = perform(sent, true);
        if (answered != null) {
            assertThat(Said.by(answered))
                    .as("what was promised before the crash holds after it")
                    .isEqualTo(expected.text());
        }
    }

    private CompletableFuture<@Nullable Answer> inTheBackground(Action action) {
        String token = token(action.user());
        var answer = new CompletableFuture<@Nullable Answer>();
        Thread.ofVirtual().start(() -> {
            try {
                answer.complete(server.send(request(action, token)));
            } catch (RuntimeException e) {
                // The answer is lost in the crash.
                answer.complete(null);
            } catch (AssertionError e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    private long backends(String condition) {
        return Long.parseLong(server.sql("SELECT count(*) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND " + condition)
                .getFirst());
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as(what + ", in time").isBefore(end);
            Thread.sleep(10);
        }
    }

    // Sending and comparing

    private Answer perform(Action action) {
        Answer answer = send(action);
        compare(action.prediction().get(), answer, false);
        return answer;
    }

    private Answer send(Action action) {
        note("%s by %s: %s %s %s".formatted(action.title(), action.user(), action.path(), action.body(), action.key()));
        requests++;
        return server.send(request(action, token(action.user())));
    }

    private Prediction perform(Action action, boolean wasInterrupted) {
        Answer answer = send(action);
        Prediction expected = action.prediction().get();
        compare(expected, answer, wasInterrupted);
        return expected;
    }

    private HttpRequest.Builder request(Action action, String token) {
        HttpRequest.Builder request = server.request(token, action.path());
        if (action.key() != null) {
            request.header("Idempotency-Key", action.key());
        }
        if (action.body() == null) {
            return request.method(action.method(), HttpRequest.BodyPublishers.noBody());
        }
        return request.header("Content-Type", "application/json")
                .method(action.method(), HttpRequest.BodyPublishers.ofString(action.body()));
    }

    private String token(String user) {
        return tokens.computeIfAbsent(user, _ -> user.equals(ADMIN) ? server.adminToken() : server.userToken(user));
    }

    /** @param wasInterrupted whether nobody knows if an earlier try has succeeded */
    private void compare(Prediction expected, Answer answer, boolean wasInterrupted) {
        note("    " + answer.status());
        assertThat(Said.by(answer)).as("the answer").isEqualTo(expected.text());
        ModelBooking booking = expected.booking();
        if (booking == null) {
            return;
        }
        JsonNode json = answer.json();
        if (answer.status() == 201 && !wasInterrupted) {
            assertThat(answer.header("Idempotency-Replayed")).isEqualTo(expected.kind() == Kind.REPLAYED ? "true" : "");
        }
        if (booking.id == null) {
            takeOver(booking, json, answer);
        }
        assertThat(json.path("id").asString()).as("the booking").isEqualTo(booking.id);
        JsonNode before = booking.seen;
        if (before != null && expected.kind() != Kind.CHANGED && !wasInterrupted) {
            assertThat(json).as("a booking that nothing has been done to").isEqualTo(before);
        }
        if (before != null && booking.status == Status.PENDING) {
            assertThat(time(json, "expires_at"))
                    .as("a hold never gets shorter")
                    .isAfterOrEqualTo(time(before, "expires_at"));
        }
        boolean sold = booking.status == Status.CONFIRMED
                && expected.kind() == Kind.CHANGED
                && (before == null || !before.path("status").asString().equals("CONFIRMED"));
        seatsSold += sold ? booking.seats.size() : 0;
        booking.seen = json;
    }

    private void takeOver(ModelBooking booking, JsonNode json, Answer answer) {
        String id = json.path("id").asString();
        assertThat(model.bookings).extracting(other -> other.id).doesNotContain(id);
        assertThat(answer.header("Location")).isEqualTo("/v1/bookings/" + id);
        booking.id = id;
        booking.createdAt = time(json, "created_at");
        if (booking.status == Status.PENDING) {
            assertThat(time(json, "expires_at")).isEqualTo(booking.createdAt.plusSeconds(Model.HOLD_SECONDS));
        }
    }

    private static Instant time(JsonNode booking, String field) {
        return Instant.parse(booking.path(field).asString());
    }

    /** Reads everything back that can be read, and looks at the tables. */
    private void checkEverything() throws Exception {
        for (ModelShow show : model.shows) {
            checkSeats(show);
            checkBookings(
                    items(ADMIN, "/v1/shows/" + show.id + "/bookings?limit=100"),
                    model.bookings.stream()
                            .filter(booking -> booking.show == show)
                            .toList(),
                    false);
            assertThat(server.sql("SELECT count(*) FROM bookings WHERE show_id = '" + show.id + "'"))
                    .containsExactly(Long.toString(model.bookings.stream()
                            .filter(booking -> booking.show == show)
                            .count()));
        }
        Status[] states = Status.values();
        for (int i = 0; i < users.size(); i++) {
            String user = users.get(i);
            checkBookings(items(user, "/v1/bookings?limit=100"), model.bookingsOf(user, null), true);
            Status status = states[(i + step / STEPS_BETWEEN_CHECKS) % states.length];
            checkBookings(items(user, "/v1/bookings?limit=100&status=" + status), model.bookingsOf(user, status), true);
        }
        Sweep.assertClean(server);
    }

    private void checkSeats(ModelShow show) throws InterruptedException {
        String path = "/v1/shows/" + show.id;
        List<Integer> all = show.rows.stream().flatMap(List::stream).toList();
        String expected = "200 " + Model.map(show, all);
        if (show.changedBehindTheServer) {
            await(
                    "the seat map of " + show.id + " becomes " + expected,
                    () -> Said.by(get(path + "/seats")).equals(expected));
            show.changedBehindTheServer = false;
        }
        assertThat(Said.by(get(path + "/seats"))).as("the seat map").isEqualTo(expected);
        assertThat(Said.by(get(path + "/availability"))).isEqualTo("200 " + Model.availability(show));
        assertThat(Said.by(get(path))).isEqualTo("200 " + show);
    }

    private Answer get(String path) {
        requests++;
        return server.get(null, path);
    }

    private List<JsonNode> items(String user, String path) {
        var items = new ArrayList<JsonNode>();
        String cursor = "";
        do {
            requests++;
            JsonNode page = server.get(token(user), path + cursor).json();
            page.path("items").forEach(items::add);
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asString();
        } while (!cursor.isEmpty());
        return items;
    }

    private static void checkBookings(List<JsonNode> items, List<ModelBooking> expected, boolean inOrder) {
        List<String> ids =
                items.stream().map(item -> item.path("id").asString()).toList();
        List<String> expectedIds = expected.stream()
                .map(booking -> Objects.requireNonNull(booking.id))
                .toList();
        if (inOrder) {
            assertThat(ids).as("the bookings, newest first").isEqualTo(expectedIds);
        } else {
            assertThat(ids).as("the bookings").containsExactlyInAnyOrderElementsOf(expectedIds);
        }
        Map<String, ModelBooking> byId = expected.stream()
                .collect(Collectors.toMap(booking -> Objects.requireNonNull(booking.id), Function.identity()));
        for (JsonNode item : items) {
            ModelBooking booking =
                    Objects.requireNonNull(byId.get(item.path("id").asString()));
            assertThat(Said.by(item)).as("the booking in a list").isEqualTo(booking.toString());
            if (booking.seen == null) {
                booking.seen = item;
            }
            assertThat(item).as("the booking in a list").isEqualTo(booking.seen);
        }
    }

    private void note(String what) {
        lastSteps.addLast("%d: %s".formatted(step, what));
        if (lastSteps.size() > LAST_STEPS) {
            lastSteps.removeFirst();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
