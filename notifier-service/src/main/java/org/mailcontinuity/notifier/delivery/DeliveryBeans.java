package org.mailcontinuity.notifier.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.mailcontinuity.notifier.channel.Channel;
import org.mailcontinuity.notifier.job.JobConfig;
import org.mailcontinuity.notifier.job.Jobs;
import org.mailcontinuity.notifier.link.PortalLinks;
import org.mailcontinuity.notifier.link.ReplyCodes;
import org.mailcontinuity.notifier.template.Notices;

/** Puts the feature's plain classes together. */
final class DeliveryBeans {
    @Produces
    @Singleton
    Deliveries deliveries(DeliveryRepository rows, Jobs jobs, ObjectMapper json, InstantSource clock) {
        return new Deliveries(rows, jobs, json, clock);
    }

    @Produces
    @Singleton
    Courier courier(
            @Any Instance<Channel> channels,
            Notices notices,
            PortalLinks links,
            ReplyCodes codes,
            InstantSource clock) {
        return new Courier(channels, notices, links, codes, clock);
    }

    @Produces
    @Singleton
    Notices notices(DeliveryConfig config) {
        return new Notices(config.templates());
    }

    @Produces
    @Singleton
    Shares shares(JobConfig jobs) {
        return new Shares(Math.max(1, jobs.threads() * 3 / 5));
    }

    @Produces
    @Singleton
    RetryPolicy retryPolicy(DeliveryConfig config) {
        return new RetryPolicy(config.firstRetry(), config.longestRetry(), config.giveUpAfter());
    }

    @Produces
    @Singleton
    Settlement settlement(
            DeliveryRepository rows,
            NotificationPublisher publisher,
            Event<DeliverySettled> settled,
            RetryPolicy policy,
            DeliveryMetrics metrics,
            InstantSource clock,
            RandomGenerator random) {
        return new Settlement(rows, publisher, settled::fire, policy, metrics, clock, random);
    }
}
