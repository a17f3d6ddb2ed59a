package com.modex.booking.adapter.rest.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What fails is left alone for a while, and then tried by one. */
@ExtendWith(OutputCaptureExtension.class)
class BreakerTest {
    private final Stopwatch stopwatch = new Stopwatch();
    private final Breaker breaker = new Breaker(stopwatch);
    private int asked;

    @Test
    void whatWorksIsAskedEachTime() {
        assertThat(breaker.ask(this::answer)).contains("yes");
        assertThat(breaker.ask(this::answer)).contains("yes");

        assertThat(asked).isEqualTo(2);
    }

    @Test
    void whatHasFailedIsNotAskedUntilThePauseIsOver() {
        assertThat(breaker.ask(this::fail)).isEmpty();

        stopwatch.forward(Breaker.PAUSE.minusNanos(1));
        assertThat(breaker.ask(this::answer)).isEmpty();
        assertThat(asked).isEqualTo(1);

        stopwatch.forward(Duration.ofNanos(1));
        assertThat(breaker.ask(this::answer)).contains("yes");
        assertThat(breaker.ask(this::answer)).contains("yes");
    }

    @Test
    void oneAloneTries() {
        breaker.ask(this::fail);
        stopwatch.forward(Breaker.PAUSE);

        Optional<Optional<String>> meanwhile = breaker.ask(() -> breaker.ask(this::answer));

        assertThat(meanwhile).contains(Optional.empty());
        assertThat(breaker.ask(this::answer)).contains("yes");
    }

    @Test
    void aTrialThatFailsBeginsAnotherPause() {
        breaker.ask(this::fail);
        stopwatch.forward(Breaker.PAUSE);
        breaker.ask(this::fail);

        assertThat(breaker.ask(this::answer)).isEmpty();
        stopwatch.forward(Breaker.PAUSE);
        assertThat(breaker.ask(this::answer)).contains("yes");
    }

    @Test
    void aTrialThatIsNeverHeardOfAgainIsNotTheLast() {
        breaker.ask(this::fail);
        stopwatch.forward(Breaker.PAUSE);

        breaker.ask(() -> {
            stopwatch.forward(Duration.ofMinutes(1));
            assertThat(breaker.ask(this::answer)).contains("yes");
            return "late";
        });

        assertThat(breaker.ask(this::answer)).contains("yes");
    }

    @Test
    void whoBeganBeforeItFailedDoesNotEndThePause() {
        breaker.ask(() -> {
            breaker.ask(this::fail);
            return "late";
        });

        assertThat(breaker.ask(this::answer)).isEmpty();
    }

    @Test
    void anOutageIsLoggedOnceAndSoIsItsEnd(CapturedOutput output) {
        for (int tries = 0; tries < 3; tries++) {
            breaker.ask(this::fail);
            stopwatch.forward(Breaker.PAUSE);
        }
        breaker.ask(this::answer);
        breaker.ask(this::answer);

        assertThat(output)
                .containsOnlyOnce("Requests are counted by this server alone")
                .containsOnlyOnce("no such table")
                .containsOnlyOnce("The servers count requests together again")
                .doesNotContain("\tat ");
    }

    private String answer() {
        asked++;
        return "yes";
    }

    private String fail() {
        asked++;
        throw new IllegalStateException(new IllegalArgumentException("no such table"));
    }
}
