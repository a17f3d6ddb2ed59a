package com.modex.booking.adapter.rest.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class IssuerKeysTest {
    private static final long PATIENCE_SECONDS = 60;

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);
    private final AtomicInteger calls = new AtomicInteger();
    private volatile IssuerKeys.Published issuer = () -> published("a");
    private final IssuerKeys keys = new IssuerKeys(
            () -> {
                calls.incrementAndGet();
                return issuer.fetch();
            },
            now::get);

    @Test
    void aKnownKeyIsNotAskedForAgain() throws Exception {
        assertThat(find("a")).containsExactly("a");
        pass(IssuerKeys.FRESH.minusNanos(1));

        assertThat(find("a")).containsExactly("a");
        assertThat(calls).hasValue(1);
    }

    @Test
    void anUnknownKeyIsAskedForOnceInAPause() throws Exception {
        find("a");
        assertThat(find("forged")).isEmpty();
        assertThat(calls).hasValue(1);

        pass(IssuerKeys.PAUSE);
        assertThat(find("forged")).isEmpty();
        assertThat(find("forged too")).isEmpty();
        assertThat(calls).hasValue(2);
    }

    @Test
    void aNewKeyIsFoundAfterThePause() throws Exception {
        find("a");
        issuer = () -> published("a", "b");
        assertThat(find("b")).isEmpty();

        pass(IssuerKeys.PAUSE);
        assertThat(find("b")).containsExactly("b");
    }

    @Test
    void anIssuerThatFailedIsLeftAloneForAPause() throws Exception {
        issuer = IssuerKeysTest::fail;
        assertUnavailable("a");
        assertUnavailable("a");
        assertThat(calls).hasValue(1);

        issuer = () -> published("a");
        assertUnavailable("a");
        pass(IssuerKeys.PAUSE);
        assertThat(find("a")).containsExactly("a");
    }

    @Test
    void nobodyWaitsForWhoAsks() throws Exception {
        find("a");
        pass(IssuerKeys.PAUSE);
        var asked = new CountDownLatch(1);
        var speaks = new CountDownLatch(1);
        issuer = () -> {
            asked.countDown();
            await(speaks);
            return published("a", "b");
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> find("b"));
            await(asked);

            assertUnavailable("b");
            assertThat(find("a")).containsExactly("a");

            speaks.countDown();
            assertThat(first.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).containsExactly("b");
        }
        assertThat(calls).hasValue(2);
    }

    @Test
    void theFirstCallersWaitForTheFirstAnswer() throws Exception {
        var asked = new CountDownLatch(1);
        var speaks = new CountDownLatch(1);
        issuer = () -> {
            asked.countDown();
            await(speaks);
            return published("a");
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> find("a"));
            await(asked);
            var second = threads.submit(() -> find("a"));
            speaks.countDown();

            assertThat(first.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).containsExactly("a");
            assertThat(second.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).containsExactly("a");
        }
        assertThat(calls).hasValue(1);
    }

    @Test
    void aKeyThatIsWithdrawnIsForgotten() throws Exception {
        find("a");
        issuer = () -> published("b");
        pass(IssuerKeys.FRESH);

        assertThat(find("a")).isEmpty();
    }

    @Test
    void whatIsKnownOutlivesAnOutageForAWhile() throws Exception {
        find("a");
        issuer = IssuerKeysTest::fail;
        pass(IssuerKeys.FRESH);
        assertThat(find("a")).containsExactly("a");
        assertUnavailable("b");

        var askedAgain = new CountDownLatch(1);
        issuer = () -> {
            askedAgain.countDown();
            return fail();
        };
        pass(IssuerKeys.KEPT.minus(IssuerKeys.FRESH).minusNanos(1));
        assertThat(find("a")).containsExactly("a");
        await(askedAgain);
        pass(IssuerKeys.PAUSE);
        assertUnavailable("a");
    }

    private List<String> find(String id) throws JWKSetUnavailableException {
        var wanted = new JWKSelector(new JWKMatcher.Builder().keyID(id).build());
        return keys.get(wanted, null).stream().map(JWK::getKeyID).toList();
    }

    private void assertUnavailable(String id) {
        assertThatThrownBy(() -> find(id)).isInstanceOf(JWKSetUnavailableException.class);
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private static JWKSet published(String... ids) {
        return new JWKSet(Arrays.stream(ids)
                .map(id -> (JWK)
                        new OctetSequenceKey.Builder(new byte[32]).keyID(id).build())
                .toList());
    }

    private static JWKSet fail() {
        throw new IllegalStateException("down");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
