package com.modex.booking.bootstrap;

import com.modex.booking.application.UnavailableException;
import com.modex.booking.application.booking.ExpireHolds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Marks holds that have run out, every few seconds. No seat waits for it: expiry is a predicate on the clock. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class HoldSweeper {
    private static final Logger LOG = LoggerFactory.getLogger(HoldSweeper.class);

    private final ExpireHolds expireHolds;

    HoldSweeper(ExpireHolds expireHolds) {
        this.expireHolds = expireHolds;
    }

    @Scheduled(fixedDelayString = "${booking.sweep-interval}")
    void sweep() {
        try {
            int marked = expireHolds.expire();
            if (marked > 0) {
                LOG.info("Marked {} holds that had run out", marked);
            }
        } catch (UnavailableException e) {
            LOG.warn("The sweep is put off until the next turn: {}", e.getMessage());
        }
    }
}
