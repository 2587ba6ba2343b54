package org.mailcontinuity.bench.notifier;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.mailcontinuity.contracts.alert.AlertChanged;

/** How much the notifier does in a minute, how long an alert takes, and what that costs. */
final class Load {
    private static final double PER_MINUTE_BAR = 10_000;
    private static final double HANDOVER_BAR_MILLIS = 1_000;
    private static final int WARM_UP = 1_500;
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final NotifierArguments asked;
    private final Rig rig;
    private final PrintStream out;
    private final PrintStream progress;

    Load(NotifierArguments asked, Rig rig, PrintStream out, PrintStream progress) {
        this.asked = asked;
        this.rig = rig;
        this.out = out;
        this.progress = progress;
    }

    /** Whether the bars were met. */
    boolean run() throws IOException {
        try (NotifierProcess notifier = rig.start(asked.application, Map.of()).awaitReady()) {
            Costs costs = new Costs(notifier, rig.databaseFolder());
            progress.println("warming up");
            paced(crowd(WARM_UP), costs, WARM_UP);
            boolean fast = pace(costs);
            boolean much = burst(costs);
            group(costs);
            joins(costs);
            return fast && much;
        }
    }

    private boolean pace(Costs costs) {
        int count = (int) (PER_MINUTE_BAR / 60 * asked.seconds);
        progress.printf("%d deliveries at %.0f a minute%n", count, PER_MINUTE_BAR);
        Latencies latencies = paced(crowd(count), costs, PER_MINUTE_BAR / 60);
        out.printf(
                Locale.ROOT,
                "at %.0f deliveries a minute: alert published to hand-over p50 %.0f ms, p99 %.0f ms, longest %.0f ms; %s%n",
                PER_MINUTE_BAR,
                latencies.at(0.5),
                latencies.at(0.99),
                latencies.at(1),
                costs.told(count));
        return latencies.at(0.99) < HANDOVER_BAR_MILLIS;
    }

    private boolean burst(Costs costs) {
        progress.printf("%d deliveries at once%n", asked.deliveries);
        List<Crowd.Told> all = crowd(asked.deliveries);
        costs.begin();
        long begun = System.nanoTime();
        all.forEach(told -> rig.topics.write(told.alert()));
        rig.topics.flush();
        await(all);
        double perMinute = all.size() * asked.perAlert * 60e9 / (System.nanoTime() - begun);
        out.printf(
                Locale.ROOT,
                "%d deliveries at once, %d an alert: %.0f deliveries a minute; %s%n",
                all.size() * asked.perAlert,
                asked.perAlert,
                perMinute,
                costs.told(all.size() * asked.perAlert));
        return perMinute >= PER_MINUTE_BAR;
    }

    /** One alert for very many people. */
    private void group(Costs costs) {
        if (asked.group == 0) {
            return;
        }
        int size = asked.group;
        progress.printf("one alert for %d people%n", size);
        Crowd.Told told = rig.crowd.alert(size);
        know(List.of(told));
        costs.begin();
        long begun = System.nanoTime();
        rig.topics.write(told.alert());
        rig.topics.flush();
        List<UUID> ids = told.deliveryIds();
        Pause.await(() -> ids.stream().anyMatch(rig.arrivals::has), LIMIT);
        double first = (System.nanoTime() - begun) / 1e6;
        await(List.of(told));
        out.printf(
                Locale.ROOT,
                "one alert for %d people: the first after %.0f ms, all after %.1f s; %s%n",
                size,
                first,
                (System.nanoTime() - begun) / 1e9,
                costs.told(size));
    }

    /** One alert that is told anew again and again, as a storm of joiners does. */
    private void joins(Costs costs) {
        if (asked.joins == 0) {
            return;
        }
        progress.printf("one alert joined %d times%n", asked.joins);
        Crowd.Told told = rig.crowd.alert(10);
        know(List.of(told));
        rig.topics.write(told.alert());
        await(List.of(told));
        costs.begin();
        long begun = System.nanoTime();
        AlertChanged last = told.alert();
        for (int i = 1; i <= asked.joins; i++) {
            last = Crowd.joined(last, i);
            rig.topics.write(last);
        }
        rig.topics.flush();
        String query = "select revision from alert where alert_id = '" + last.alertId() + "'";
        long revision = last.revision();
        Pause.await(() -> rig.count(query) == revision, LIMIT);
        out.printf(
                Locale.ROOT,
                "one alert joined by %d monitors: %.1f s, %s%n",
                asked.joins,
                (System.nanoTime() - begun) / 1e9,
                costs.told(asked.joins));
    }

    private Latencies paced(List<Crowd.Told> all, Costs costs, double perSecond) {
        costs.begin();
        Latencies latencies = new Latencies(rig.arrivals);
        long begun = System.nanoTime();
        for (int i = 0; i < all.size(); i++) {
            Pause.until(begun + Math.round(i * asked.perAlert * 1e9 / perSecond));
            latencies.published(all.get(i));
            rig.topics.write(all.get(i).alert());
        }
        await(all);
        return latencies;
    }

    private List<Crowd.Told> crowd(int deliveries) {
        List<Crowd.Told> all = new ArrayList<>(IntStream.range(0, deliveries / asked.perAlert)
                .mapToObj(_ -> rig.crowd.alert(asked.perAlert))
                .toList());
        know(all);
        return all;
    }

    private void know(List<Crowd.Told> all) {
        long before = rig.count("select count(*) from contact");
        all.forEach(told -> told.contacts().forEach(rig.topics::write));
        rig.topics.flush();
        long people = all.stream().mapToLong(told -> told.contacts().size()).sum();
        if (!Pause.await(() -> rig.count("select count(*) from contact") == before + people, LIMIT)) {
            throw new IllegalStateException("the contacts were not taken");
        }
    }

    private void await(List<Crowd.Told> all) {
        List<UUID> ids =
                all.stream().flatMap(told -> told.deliveryIds().stream()).toList();
        if (!Pause.await(() -> ids.stream().allMatch(rig.arrivals::has), LIMIT)) {
            throw new IllegalStateException("not everything arrived within " + LIMIT);
        }
    }
}
