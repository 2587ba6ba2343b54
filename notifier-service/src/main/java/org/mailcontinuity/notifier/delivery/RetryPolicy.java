package org.mailcontinuity.notifier.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When to try again: after {@code first}, then twice as long each time up to {@code longest}, each spread by a quarter
 * to both sides, so that deliveries put off together do not come back together.
 *
 * @param first the pause after the first attempt
 * @param longest no pause is longer, but for one the provider asks for
 * @param horizon how long after it was planned a delivery is given up
 */
public record RetryPolicy(Duration first, Duration longest, Duration horizon) {
    private static final Duration LONGEST_ASKED_FOR = Duration.ofHours(1);

    /**
     * @param attempts how many there were, at least 1
     * @param askedFor the provider's own wish, such as Retry-After; never undercut, but not followed beyond an hour
     * @return when to try again, or nothing when it is time to give up
     */
    public Optional<Instant> next(
            int attempts, Instant plannedAt, Instant now, Optional<Duration> askedFor, RandomGenerator random) {
        if (!now.isBefore(plannedAt.plus(horizon))) {
            return Optional.empty();
        }
        Duration pause = pause(attempts, random);
        Duration wish = askedFor.map(this::bounded).orElse(Duration.ZERO);
        return Optional.of(now.plus(pause.compareTo(wish) < 0 ? wish : pause));
    }

    private Duration pause(int attempts, RandomGenerator random) {
        int doublings = Math.min(attempts - 1, 20);
        long millis = Math.min(first.toMillis() << doublings, longest.toMillis());
        return Duration.ofMillis(Math.round(millis * (0.75 + random.nextDouble() / 2)));
    }

    private Duration bounded(Duration wish) {
        return wish.compareTo(LONGEST_ASKED_FOR) > 0 ? LONGEST_ASKED_FOR : wish;
    }
}
