package com.modex.booking.adapter.rest.limit;

import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A store of buckets that notes how often it is asked, and fails when it is told to. */
final class StoreInMemory extends AbstractCompareAndSwapBasedProxyManager<String> {
    final Map<String, byte[]> states = new HashMap<>();
    int asked;
    boolean fails;

    StoreInMemory(TimeMeter clock) {
        super(ClientSideConfig.getDefault().withClientClock(clock));
    }

    @Override
    protected CompareAndSwapOperation beginCompareAndSwapOperation(String key) {
        asked++;
        if (fails) {
            throw new IllegalStateException("The store is broken");
        }
        return new CompareAndSwapOperation() {
            @Override
            public Optional<byte[]> getStateData(Optional<Long> timeout) {
                return Optional.ofNullable(states.get(key));
            }

            @Override
            public boolean compareAndSwap(
                    byte[] before, byte[] after, RemoteBucketState state, Optional<Long> timeout) {
                if (!Arrays.equals(states.get(key), before)) {
                    return false;
                }
                states.put(key, after);
                return true;
            }
        };
    }

    @Override
    public void removeProxy(String key) {
        states.remove(key);
    }

    @Override
    public boolean isAsyncModeSupported() {
        return false;
    }

    @Override
    protected AsyncCompareAndSwapOperation beginAsyncCompareAndSwapOperation(String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected CompletableFuture<Void> removeAsync(String key) {
        throw new UnsupportedOperationException();
    }
}
