package org.mailcontinuity.bench.notifier;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * What is lost and what comes twice when receivers and replicas fail. Pauses and patience are a twentieth of what they are by
 * default, so that half a minute is ten.
 */
final class Faults {
    static final Map<String, String> TWENTY_TIMES_FASTER = Map.of(
            "continuity.notifier.delivery.first-retry", "0.1S",
            "continuity.notifier.delivery.longest-retry", "15S",
            "continuity.notifier.delivery.patience", "3S",
            "continuity.notifier.webhook-timeout", "2S",
            "continuity.notifier.relays[0].timeout", "2S",
            "continuity.notifier.relays[1].timeout", "2S",
            "continuity.notifier.sms.providers[0].timeout", "2S");
    private static final Duration TEN_MINUTES = Duration.ofSeconds(30);
    private static final Duration DRAIN = Duration.ofMinutes(10);
    private static final int FEW = 200;

    private final NotifierArguments asked;
    private final Rig rig;
    private final PrintStream out;
    private final Random random;
    private final List<Long> kills = new ArrayList<>();
    private boolean lost;

    Faults(NotifierArguments asked, Rig rig, PrintStream out) {
        this.asked = asked;
        this.rig = rig;
        this.out = out;
        this.random = new Random(asked.seed);
    }

    /** Whether nothing was lost and every twin is explained. */
    boolean run() throws IOException {
        out.println(Verdict.HEAD);
        if (!asked.killsOnly) {
            receivers();
            replicas();
        }
        kills();
        return !lost;
    }

    private void receivers() throws IOException {
        try (NotifierProcess notifier = start().awaitReady()) {
            receivers("500, 451, system error", Mood.FAILS, Duration.ofSeconds(3));
            receivers("429 with Retry-After 2, 451, throttled", Mood.BUSY, Duration.ofSeconds(3));
            receivers("taken, and no answer (time-out)", Mood.SILENT, Duration.ofSeconds(5));
            receivers("taken, line cut before the answer", Mood.HALF_ACCEPTS, Duration.ofSeconds(3));
            receivers("line cut in the middle of a window", Mood.DOWN, Duration.ofSeconds(2));
            receivers("all receivers down for ten minutes (20:1)", Mood.DOWN, TEN_MINUTES);
        }
    }

    private void receivers(String name, Mood mood, Duration lasting) {
        List<UUID> ids = write(FEW / 2);
        rig.be(mood);
        ids.addAll(write(FEW / 2));
        Pause.millis(lasting.toMillis());
        rig.be(Mood.TAKES);
        tell(name, ids);
    }

    /** Three replicas at once, of which one stops, one is killed, and each is replaced, while alerts come. */
    private void replicas() throws IOException {
        List<UUID> ids = new ArrayList<>();
        try (NotifierProcess stays = start().awaitReady()) {
            NotifierProcess second = start().awaitReady();
            ids.addAll(write(asked.alerts / 4));
            NotifierProcess third = start();
            ids.addAll(write(asked.alerts / 4));
            Pause.millis(random.nextInt(1_000));
            kill(second);
            ids.addAll(write(asked.alerts / 4));
            third.awaitReady();
            NotifierProcess fourth = start();
            Pause.millis(random.nextInt(1_000));
            third.close();
            ids.addAll(write(asked.alerts / 4));
            tell("three replicas, one stopped, one killed, each replaced", ids);
            fourth.close();
        }
    }

    /** Each round starts a replica, asks for more, and kills it once a random part of all that is open has arrived. */
    private void kills() throws IOException {
        if (asked.rounds == 0) {
            return;
        }
        List<UUID> ids = new ArrayList<>();
        for (int round = 1; round <= asked.rounds; round++) {
            ids.addAll(write(asked.alerts));
            NotifierProcess notifier = start();
            if (random.nextInt(10) == 0) {
                Pause.millis(random.nextInt(4_000)); // in the middle of its start
            } else {
                notifier.awaitReady();
                int arrived = rig.arrivals.distinct();
                long open = ids.stream().filter(id -> !rig.arrivals.has(id)).count();
                long until = arrived + random.nextLong(open + 1);
                Pause.await(() -> rig.arrivals.distinct() >= until, Duration.ofMinutes(1));
                Pause.millis(random.nextInt(20));
            }
            kill(notifier);
            System.err.printf(Locale.ROOT, "round %d: %d of %d arrived%n", round, rig.arrivals.distinct(), ids.size());
        }
        try (NotifierProcess last = start().awaitReady()) {
            tell(asked.rounds + " times kill -9, " + asked.alerts + " alerts each", ids);
        }
    }

    private void kill(NotifierProcess notifier) {
        kills.add(System.nanoTime());
        notifier.kill();
    }

    private NotifierProcess start() throws IOException {
        return rig.start(asked.application, TWENTY_TIMES_FASTER);
    }

    /** People and their alerts at once; the ids under which they have to be told. */
    private List<UUID> write(int alerts) {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < alerts; i++) {
            Crowd.Told told = rig.crowd.alert(1);
            told.contacts().forEach(rig.topics::write);
            rig.topics.write(told.alert());
            ids.addAll(told.deliveryIds());
        }
        rig.topics.flush();
        return ids;
    }

    private void tell(String name, List<UUID> ids) {
        Pause.await(() -> ids.stream().allMatch(rig.arrivals::has), DRAIN);
        Pause.await(
                () -> rig.count("select count(*) from delivery where state = 'PENDING'") == 0,
                Duration.ofMinutes(2)); // what was cut off may still come again
        Verdict verdict = Verdict.of(ids, rig.arrivals, kills);
        out.println(verdict.told(name));
        lost |= verdict.lost() > 0 || verdict.unexplained() > 0;
    }
}
