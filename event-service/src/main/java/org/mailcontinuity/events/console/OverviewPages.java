package org.mailcontinuity.events.console;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.contracts.vantage.VantageStatus;
import org.mailcontinuity.contracts.window.Verdict;
import org.mailcontinuity.contracts.window.WindowJudgement;
import org.mailcontinuity.events.monitor.Monitor;
import org.mailcontinuity.events.portal.AlertPage;
import org.mailcontinuity.events.portal.Moment;
import org.mailcontinuity.events.portal.Strip;
import org.mailcontinuity.events.portal.Wording;
import org.mailcontinuity.events.status.Seen;
import org.mailcontinuity.events.status.Sight;
import org.mailcontinuity.events.vantage.VantageView;
import org.mailcontinuity.events.window.Flow;
import org.mailcontinuity.events.window.SlotVerdict;

/** Draws the overview. Pure. Times are in UTC, for the service does not know where its users are. */
final class OverviewPages {
    /** How long a slot of the strips is, and how many there are: 24 hours. */
    static final Duration SLOT = Duration.ofMinutes(30);

    static final int SLOTS = 48;

    /** How many monitors are shown; the rest is in the API. */
    static final int MOST_MONITORS = 100;

    /** Shorter lags are ordinary. */
    private static final Duration SHOWN_LAG = Duration.ofSeconds(2);

    private static final ZoneId ZONE = ZoneId.of("UTC");

    private final Outlook outlook;
    private final Instant now;
    private final Map<UUID, List<Flow>> flows;
    private final Map<UUID, List<SlotVerdict>> slots;
    private final Map<UUID, List<WindowJudgement>> latest;

    private OverviewPages(Outlook outlook) {
        this.outlook = outlook;
        this.now = outlook.now();
        this.flows = outlook.flows().stream().collect(Collectors.groupingBy(Flow::monitorId));
        this.latest = outlook.latest().stream().collect(Collectors.groupingBy(WindowJudgement::monitorId));
        this.slots = outlook.slots().stream().collect(Collectors.groupingBy(SlotVerdict::monitorId));
    }

    static OverviewPage of(Outlook outlook) {
        return new OverviewPages(outlook).page();
    }

    /** Where the first slot starts. */
    static Instant firstSlot(Instant now) {
        long slot = SLOT.toSeconds();
        return Instant.ofEpochSecond(now.getEpochSecond() / slot * slot).minus(SLOT.multipliedBy(SLOTS - 1L));
    }

    private OverviewPage page() {
        List<OverviewPage.Watched> watched = outlook.monitors().stream()
                .limit(MOST_MONITORS)
                .map(this::watched)
                .toList();
        return new OverviewPage(
                outlook.holder().name(),
                new Verdicts(outlook).answer(),
                outlook.events().stream()
                        .map(event -> new OverviewPage.Event(
                                event.plan().name(),
                                moment(event.life().span().from()),
                                moment(event.life().span().until())))
                        .toList(),
                new Troubles(now).of(outlook.troubles()),
                watched,
                outlook.monitors().size() - watched.size(),
                outlook.workers().stream().map(this::worker).toList(),
                moment(now));
    }

    private OverviewPage.Watched watched(Monitor monitor) {
        MonitorDefinition definition = monitor.definition();
        List<OverviewPage.Way> ways = flows.getOrDefault(definition.monitorId(), List.of()).stream()
                .sorted(Comparator.comparing(Flow::direction))
                .map(this::way)
                .toList();
        Optional<String> sight = definition.enabled()
                ? Sights.sentence(Sight.of(definition.vantages(), outlook.workers(), now))
                : Optional.empty();
        return new OverviewPage.Watched(definition.name(), definition.domain(), definition.enabled(), sight, ways);
    }

    private OverviewPage.Way way(Flow flow) {
        return new OverviewPage.Way(
                Wording.plain(flow.direction()),
                Strip.tone(flow.verdict()),
                Strip.word(flow.verdict()),
                moment(flow.since()),
                strip(flow),
                Sights.regional(Seen.in(latest.getOrDefault(flow.monitorId(), List.of()), flow.direction())));
    }

    private List<AlertPage.Slot> strip(Flow flow) {
        Map<Integer, Verdict> verdicts = slots.getOrDefault(flow.monitorId(), List.of()).stream()
                .filter(slot -> slot.direction() == flow.direction())
                .collect(Collectors.toMap(SlotVerdict::slot, SlotVerdict::verdict));
        Instant first = firstSlot(now);
        return IntStream.range(0, SLOTS)
                .mapToObj(index -> {
                    Optional<Verdict> verdict = Optional.ofNullable(verdicts.get(index));
                    return new AlertPage.Slot(
                            verdict.map(Strip::tone).orElse("calm"),
                            moment(first.plus(SLOT.multipliedBy(index))).text() + ": "
                                    + verdict.map(Strip::word).orElse("no judgement"));
                })
                .toList();
    }

    private OverviewPage.Worker worker(VantageStatus status) {
        VantageView view = VantageView.of(status, now);
        String name = view.vantage() + " / " + view.worker();
        if (view.silent()) {
            return new OverviewPage.Worker(
                    name,
                    "calm",
                    "silent",
                    Optional.of("last heard of " + moment(view.at()).text()));
        }
        String checks = view.monitors() == 1 ? "1 monitor" : "%d monitors".formatted(view.monitors());
        String last =
                view.lastSampleAt().map(at -> ", sampled " + moment(at).text()).orElse(", no sample yet");
        String lag =
                view.lag().compareTo(SHOWN_LAG) < 0 ? "" : ", " + view.lag().toSeconds() + " s late";
        return new OverviewPage.Worker(
                name, view.sees() ? "ok" : "degraded", Wording.plain(view.state()), Optional.of(checks + last + lag));
    }

    private Moment moment(Instant at) {
        return Moment.of(at, now, ZONE);
    }
}
