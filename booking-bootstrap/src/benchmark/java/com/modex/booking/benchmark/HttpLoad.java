package com.modex.booking.benchmark;

import static io.hyperfoil.http.steps.HttpStepCatalog.SC;

import io.hyperfoil.api.config.BaseSequenceBuilder;
import io.hyperfoil.api.config.Benchmark;
import io.hyperfoil.api.config.BenchmarkBuilder;
import io.hyperfoil.api.config.PhaseBuilder;
import io.hyperfoil.api.config.Step;
import io.hyperfoil.api.session.Session;
import io.hyperfoil.api.statistics.StatisticsSnapshot;
import io.hyperfoil.core.impl.LocalSimulationRunner;
import io.hyperfoil.http.api.FollowRedirect;
import io.hyperfoil.http.api.HttpMethod;
import io.hyperfoil.http.api.HttpRequest;
import io.hyperfoil.http.config.HttpPluginBuilder;
import io.hyperfoil.http.statistics.HttpStats;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.util.AsciiString;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Plays a script against the server by Hyperfoil: HTTP/1.1 with a kept connection for each caller, one thread for all of
 * them. A closed loop: a caller asks again as soon as the last answer is in.
 */
final class HttpLoad {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration OVERTIME = Duration.ofSeconds(15);
    private static final Duration LONGEST_RUSH = Duration.ofMinutes(3);
    private static final int MOST_ROUNDS = 1_000_000;
    private static final AsciiString AUTHORIZATION = AsciiString.cached("authorization");
    private static final AsciiString CONTENT_TYPE = AsciiString.cached("content-type");
    private static final AsciiString JSON = AsciiString.cached("application/json");
    private static final AsciiString LOCATION = AsciiString.cached("location");

    private final URI server;
    private final CpuMeter meter;

    HttpLoad(URI server, CpuMeter meter) {
        this.server = server;
        this.meter = meter;
    }

    /** So many callers who go on asking until the time is up. */
    Outcome keepUp(int callers, Duration time, Script script) {
        BenchmarkBuilder benchmark = benchmark(callers);
        Run run = new Run(script, callers);
        run.addTo(
                benchmark
                        .addPhase("load")
                        .always(callers)
                        .duration(time.toMillis())
                        // Whoever waits for a connection that does not come shall not keep the others waiting.
                        .maxDuration(time.plus(OVERTIME).toMillis()),
                false);
        return play(benchmark.build(), run);
    }

    /** So many callers who start at once, each until the script has nothing more for it. */
    Outcome rush(int callers, Script script) {
        BenchmarkBuilder benchmark = benchmark(callers);
        Run run = new Run(script, callers);
        run.addTo(benchmark.addPhase("load").atOnce(callers).maxDuration(LONGEST_RUSH.toMillis()), true);
        return play(benchmark.build(), run);
    }

    private BenchmarkBuilder benchmark(int connections) {
        BenchmarkBuilder builder = BenchmarkBuilder.builder().name("booking").threads(1);
        HttpPluginBuilder http = builder.addPlugin(HttpPluginBuilder::new);
        http.ergonomics()
                .autoRangeCheck(false)
                .stopOnInvalid(false)
                .repeatCookies(false)
                .userAgentFromSession(false)
                .followRedirect(FollowRedirect.NEVER);
        http.http(server.toString())
                .allowHttp2(false)
                .pipeliningLimit(1)
                .sharedConnections(connections)
                .requestTimeout(PATIENCE.toMillis());
        return builder;
    }

    private Outcome play(Benchmark benchmark, Run run) {
        new LocalSimulationRunner(
                        benchmark, (phase, step, metric, snapshot, countDown) -> run.add(snapshot), null, null)
                .run();
        return run.outcome();
    }

    /** One play of a script. Hyperfoil calls from its one thread. */
    private final class Run {

        private final Script script;
        private final @Nullable Call[] calls;
        private final int[] statuses;
        private final String[] locations;
        private final Histogram nanos = new Histogram(3);
        private CpuMeter.@Nullable Reading begin;
        private CpuMeter.@Nullable Reading end;
        private long firstAsked;
        private long lastAnswered;
        private long operations;
        private long refused;
        private long failed;
        private long lost;

        Run(Script script, int callers) {
            this.script = script;
            this.calls = new @Nullable Call[callers];
            this.statuses = new int[callers];
            this.locations = new String[callers];
        }

        void addTo(PhaseBuilder<?> phase, boolean untilDone) {
            BaseSequenceBuilder<?> sequence = phase.scenario().initialSequence("call");
            if (untilDone) {
                sequence = sequence.step(SC).loop("round", MOST_ROUNDS).steps();
            }
            sequence.step((Step) this::prepare)
                    .step(SC)
                    .httpRequest(HttpMethod.GET)
                    .method(() -> session -> call(session).isPost() ? HttpMethod.POST : HttpMethod.GET)
                    .path(session -> call(session).path())
                    .headerAppender((session, request) -> {
                        Call call = call(session);
                        if (call.token() != null) {
                            request.putHeader(AUTHORIZATION, "Bearer " + call.token());
                        }
                        if (call.body() != null && !call.body().isEmpty()) {
                            request.putHeader(CONTENT_TYPE, JSON);
                        }
                    })
                    .body((session, connection) -> body(call(session)))
                    .metric("call")
                    .handler()
                    .status(this::handleStatus)
                    .header(this::handleHeader)
                    .onCompletion(this::complete)
                    .endHandler()
                    .endStep();
        }

        private boolean prepare(Session session) {
            int caller = session.uniqueId();
            if (firstAsked == 0) {
                begin = meter.read();
                firstAsked = System.nanoTime();
            }
            Call call = script.next(caller);
            calls[caller] = call;
            statuses[caller] = 0;
            locations[caller] = "";
            if (call == null) {
                session.stop();
                return false;
            }
            return true;
        }

        private @Nullable ByteBuf body(Call call) {
            return call.body() == null || call.body().isEmpty()
                    ? null
                    : Unpooled.copiedBuffer(call.body(), StandardCharsets.UTF_8);
        }

        private Call call(Session session) {
            return Objects.requireNonNull(calls[session.uniqueId()]);
        }

        private void handleStatus(HttpRequest request, int status) {
            statuses[request.session.uniqueId()] = status;
        }

        private void handleHeader(HttpRequest request, CharSequence name, CharSequence value) {
            if (name.length() == LOCATION.length() && LOCATION.contentEqualsIgnoreCase(name)) {
                locations[request.session.uniqueId()] = value.toString();
            }
        }

        private void complete(Session session) {
            int caller = session.uniqueId();
            int status = statuses[caller];
            lastAnswered = System.nanoTime();
            if (status >= 500) {
                failed++;
            } else if (status >= 400) {
                refused++;
            }
            if (script.answered(caller, status, locations[caller])) {
                operations++;
            }
        }

        void add(StatisticsSnapshot snapshot) {
            if (end == null) {
                end = meter.read();
            }
            nanos.add(snapshot.histogram);
            lost += snapshot.connectionErrors + snapshot.requestTimeouts + snapshot.internalErrors;
            if (HttpStats.get(snapshot).status_other > 0) {
                throw new IllegalStateException("Answers of no known kind: " + snapshot);
            }
        }

        Outcome outcome() {
            if (begin == null || end == null || lastAnswered == 0) {
                throw new IllegalStateException("No request was answered; server.log may say why");
            }
            return new Outcome(
                    operations,
                    refused,
                    failed,
                    lost,
                    Duration.ofNanos(lastAnswered - firstAsked),
                    nanos,
                    end.since(begin));
        }
    }
}
