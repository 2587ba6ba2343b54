package org.mailcontinuity.bench.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.mailcontinuity.detection.observation.Check;
import org.mailcontinuity.detection.observation.Direction;
import org.mailcontinuity.detection.observation.Fault;
import org.mailcontinuity.detection.observation.Observation;
import org.mailcontinuity.detection.observation.Outcome;
import org.mailcontinuity.detection.observation.Route;
import org.mailcontinuity.detection.observation.Stage;
import org.mailcontinuity.detection.observation.Trigger;
import org.mailcontinuity.detection.rule.DetectionRule;
import org.mailcontinuity.detection.rule.DetectionSettings;
import org.mailcontinuity.detection.rule.Schedule;
import org.mailcontinuity.detection.rule.Sensitivity;

/**
 * What three vantages see of one route, sample by sample, from a seed.
 *
 * @param loss share of samples that fail, 0 to 1
 * @param late share of samples that come up to a minute late, 0 to 1
 */
record Story(double loss, double late) {
    static final Instant START = Instant.parse("2026-11-24T12:00:00Z");
    static final List<String> VANTAGES = List.of("eu-1", "us-1", "ap-1");
    static final DetectionSettings SETTINGS = new DetectionSettings(
            "example.test",
            new DetectionRule.Evidence(Sensitivity.BALANCED),
            Schedule.of(Duration.ofSeconds(30), Duration.ofSeconds(30)),
            Set.of(Direction.INBOUND),
            Set.copyOf(VANTAGES),
            List.of());

    private static final int INTERVAL = 30_000;
    private static final int LATEST = 60_000;

    /** The samples of so many rounds in the order in which they come. */
    Observation[] rounds(int rounds, long seed) {
        Random random = new Random(seed);
        List<Observation> all = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            for (int vantage = 0; vantage < VANTAGES.size(); vantage++) {
                long scheduled = (long) INTERVAL * round + (long) vantage * INTERVAL / VANTAGES.size();
                int held = random.nextDouble() < late ? random.nextInt(LATEST) : 0;
                all.add(sample(VANTAGES.get(vantage), scheduled, held, random));
            }
        }
        all.sort(Comparator.comparing(Observation::appendedAt));
        return all.toArray(Observation[]::new);
    }

    private Observation sample(String vantage, long scheduled, int held, Random random) {
        Instant at = START.plusMillis(scheduled);
        Instant completed = at.plusMillis(20 + random.nextInt(80));
        boolean fails = random.nextDouble() < loss;
        // A decoder makes new objects of the same route each time.
        Route route = new Route(new String("mx1.example.test"), 25, OptionalInt.of(10));
        return new Observation(
                new UUID(random.nextLong(), random.nextLong()),
                Direction.INBOUND,
                Check.SMTP_ROUTE,
                Optional.of(route),
                new String(vantage),
                Trigger.SCHEDULED,
                at,
                completed,
                completed.plusMillis(held),
                fails ? Outcome.FAILURE : Outcome.SUCCESS,
                fails ? Stage.CONNECT : Stage.ACCEPTED,
                fails ? Optional.of(Fault.CONNECT_REFUSED) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.of(50),
                Optional.empty());
    }
}
