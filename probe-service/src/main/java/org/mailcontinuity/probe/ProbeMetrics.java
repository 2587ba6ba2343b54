package org.mailcontinuity.probe;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToDoubleFunction;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.contracts.sample.Outcome;
import org.mailcontinuity.contracts.vantage.VantageState;
import org.mailcontinuity.probe.arrival.ReceiverCounts;
import org.mailcontinuity.probe.confirmation.ConfirmationCounts;
import org.mailcontinuity.probe.sample.SampleCounts;
import org.mailcontinuity.probe.schedule.ScheduleCounts;
import org.mailcontinuity.probe.traffic.TrafficCounts;
import org.mailcontinuity.probe.traffic.TrafficDesk;

/** What the probe shows to a monitoring system. */
@Singleton
class ProbeMetrics {
    private final MeterRegistry registry;

    ProbeMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void register(Probe probe) {
        schedule(probe);
        samples(probe);
        kafka(probe);
        confirmations(probe.confirmations());
        probe.arrivals().ifPresent(desk -> receiver(desk.counts()));
        probe.traffic().ifPresent(this::traffic);
        gauge("continuity_probe_sight_ok", "1 unless the self-check found a fault of our own", probe, p -> {
            VantageState state = p.sight().state();
            return state == VantageState.OK || state == VantageState.SINGLE_VIEW ? 1 : 0;
        });
    }

    private void schedule(Probe probe) {
        gauge(
                "continuity_probe_monitors",
                "monitors checked by this worker",
                probe,
                p -> p.scheduler().monitors());
        gauge(
                "continuity_probe_checks_running",
                "checks under way",
                probe,
                p -> p.scheduler().running());
        gauge(
                "continuity_probe_schedule_lag_seconds",
                "how late the latest due check was",
                probe,
                p -> p.scheduler().lag().toMillis() / 1000.0);
        ScheduleCounts counts = probe.scheduler().counts();
        counter("continuity_probe_checks_started", "checks begun", Tags.empty(), counts.started);
        String skipped = "continuity_probe_checks_skipped";
        String meaning = "checks left out";
        counter(skipped, meaning, Tags.of("reason", "late"), counts.late);
        counter(skipped, meaning, Tags.of("reason", "overlapping"), counts.overlapping);
        counter(skipped, meaning, Tags.of("reason", "overloaded"), counts.overloaded);
        FunctionCounter.builder(skipped, probe, p -> p.hosts().refusals())
                .description(meaning)
                .tags("reason", "host-busy")
                .register(registry);
    }

    private void samples(Probe probe) {
        for (Direction direction : new Direction[] {Direction.INBOUND, Direction.OUTBOUND}) {
            for (Outcome outcome : Outcome.values()) {
                counter(
                        "continuity_probe_samples",
                        "samples made",
                        Tags.of("direction", direction.name(), "outcome", outcome.name()),
                        probe.sampleCounts().of(new SampleCounts.Kind(direction, outcome)));
            }
        }
    }

    private void kafka(Probe probe) {
        gauge(
                "continuity_probe_records_waiting",
                "records not yet written to Kafka",
                probe,
                p -> p.records().waiting());
        gauge(
                "continuity_probe_last_write_age_seconds",
                "since a record was last written to Kafka",
                probe,
                p -> p.records().sinceLastWrite().toMillis() / 1000.0);
        FunctionCounter.builder(
                        "continuity_probe_records_dropped",
                        probe,
                        p -> p.records().dropped())
                .description("records dropped because Kafka was away for too long")
                .register(registry);
        counter("continuity_probe_records_read", "records read", Tags.empty(), probe.readerCounts().read);
        counter(
                "continuity_probe_unknown_types",
                "records of a type that this release does not know",
                Tags.empty(),
                probe.readerCounts().unknownTypes);
        counter(
                "continuity_dead_letters",
                "records set aside as unreadable",
                Tags.of("service", "probe-service"),
                probe.readerCounts().deadLetters);
    }

    private void confirmations(ConfirmationCounts counts) {
        String name = "continuity_probe_confirmations";
        String meaning = "requests of the detector to look at once";
        counter(name, meaning, Tags.of("result", "checked"), counts.checked);
        counter(name, meaning, Tags.of("result", "own"), counts.own);
        counter(name, meaning, Tags.of("result", "old"), counts.old);
        counter(name, meaning, Tags.of("result", "repeated"), counts.repeated);
        counter(name, meaning, Tags.of("result", "busy"), counts.busy);
    }

    private void traffic(TrafficDesk desk) {
        TrafficCounts counts = desk.counts();
        String name = "continuity_probe_traffic_lines";
        String meaning = "lines of counts posted by traffic sources";
        counter(name, meaning, Tags.of("result", "taken"), counts.taken);
        counter(name, meaning, Tags.of("result", "repeated"), counts.repeated);
        counter(name, meaning, Tags.of("result", "refused"), counts.refusedLines);
        String broken = "continuity_probe_traffic_requests_refused";
        String why = "requests of traffic sources not served to their end";
        counter(broken, why, Tags.of("reason", "unknown-caller"), counts.unknownCallers);
        counter(broken, why, Tags.of("reason", "over-budget"), counts.overBudget);
        counter(broken, why, Tags.of("reason", "no-room"), counts.noRoom);
    }

    private void receiver(ReceiverCounts counts) {
        String name = "continuity_probe_receiver_messages";
        String meaning = "test messages and others that came to the receiver";
        counter(name, meaning, Tags.of("result", "arrived"), counts.arrived);
        counter(name, meaning, Tags.of("result", "refused"), counts.refused);
        counter(name, meaning, Tags.of("result", "dropped"), counts.dropped);
        counter(name, meaning, Tags.of("result", "replayed"), counts.replayed);
    }

    private void gauge(String name, String meaning, Probe probe, ToDoubleFunction<Probe> value) {
        Gauge.builder(name, probe, value).description(meaning).register(registry);
    }

    private void counter(String name, String meaning, Tags tags, LongAdder count) {
        FunctionCounter.builder(name, count, LongAdder::doubleValue)
                .description(meaning)
                .tags(tags)
                .register(registry);
    }
}
