package org.mailcontinuity.bench.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.monitor.Activation;
import org.mailcontinuity.contracts.monitor.Depth;
import org.mailcontinuity.contracts.monitor.DetectionSettings;
import org.mailcontinuity.contracts.monitor.FailureCounter;
import org.mailcontinuity.contracts.monitor.Inbound;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.contracts.monitor.Rule;
import org.mailcontinuity.contracts.monitor.Schedule;
import org.mailcontinuity.contracts.monitor.Sensitivity;
import org.mailcontinuity.contracts.monitor.TlsPolicy;
import org.mailcontinuity.contracts.monitor.Traffic;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.contracts.sample.Route;

/** What all runs have in common: three vantages that check one domain every 30 s. */
public final class Setting {
    public static final List<String> VANTAGES = List.of("eu-1", "us-1", "ap-1");
    public static final long INTERVAL = 30_000;
    /** A Monday. */
    public static final long START = Instant.parse("2026-11-02T00:00:00Z").toEpochMilli();

    private static final List<Route> ROUTES =
            List.of(Route.of("mx1.example.test", 25, 10), Route.of("mx2.example.test", 25, 20));

    private Setting() {}

    public static Route route(int number) {
        return ROUTES.get(number);
    }

    /** The monitor that a run is judged by. */
    public static MonitorDefinition monitor(UUID monitorId, Plan plan, Sensitivity sensitivity) {
        return new MonitorDefinition(
                monitorId,
                1,
                "example.test",
                "example.test",
                true,
                Map.of(),
                plan.mail().isPresent() ? Optional.empty() : Optional.of(inbound(plan)),
                Optional.empty(),
                plan.mail().map(mail -> new Traffic(List.of(Direction.INBOUND))),
                new Schedule(Duration.ofMillis(INTERVAL), Duration.ofSeconds(60)),
                VANTAGES,
                detection(sensitivity),
                plan.maintenance(),
                Activation.BY_HAND,
                Optional.empty());
    }

    private static Inbound inbound(Plan plan) {
        return new Inbound(
                ROUTES.subList(0, plan.routes()), false, "probe@example.test", Depth.RECIPIENT, TlsPolicy.REQUIRED);
    }

    private static DetectionSettings detection(Sensitivity sensitivity) {
        return new DetectionSettings(Rule.EVIDENCE, sensitivity, FailureCounter.DEFAULT);
    }
}
