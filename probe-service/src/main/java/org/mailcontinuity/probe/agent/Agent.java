package org.mailcontinuity.probe.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.mailcontinuity.probe.follow.LogFollower;
import org.mailcontinuity.probe.maillog.LogMemory;
import org.mailcontinuity.probe.maillog.MailLog;
import org.mailcontinuity.probe.maillog.MessageFate;
import org.mailcontinuity.probe.maillog.Reading;

/**
 * Reads, counts, keeps, posts, in this order and one after the other.
 *
 * <ol>
 *   <li>New lines of all logs are read and counted into the minutes they name.
 *   <li>Once everything there is was read, minutes that are over (and a little more) are sealed: a line for each monitor
 *       and direction, zeros too while every log is there.
 *   <li>What was read, counted and sealed is written to disk as one state.
 *   <li>Only what is on disk is posted. A crash between posting and the next writing posts again what the other side
 *       knows already; a crash before it reads again what was not counted.
 * </ol>
 *
 * For one thread.
 */
final class Agent implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Agent.class);
    private static final Duration KEEP_EVERY = Duration.ofSeconds(5);
    private static final Duration SAY_EVERY = Duration.ofMinutes(1);
    private static final int CHUNKS_A_ROUND = 16;

    private final AgentSettings settings;
    private final InstantSource clock;
    private final StateFile stateFile;
    private final MonitorMap monitors;
    private final MinuteTally tally;
    private final TrafficClient client;
    private final Spool spool;
    private final List<Followed> logs = new ArrayList<>();
    private Instant keptAt = Instant.MIN;
    private Instant saidAt = Instant.MIN;
    private boolean changed = true;
    private long read;
    private long malformed;

    private record Followed(String path, LogFollower follower, LogMemory memory, MailLog log) {}

    Agent(AgentSettings settings, InstantSource clock) throws IOException {
        this.settings = settings;
        this.clock = clock;
        this.stateFile = StateFile.open(settings.state());
        this.monitors = new MonitorMap(settings.monitors(), settings.ignored());
        this.client = new TrafficClient(settings);
        this.spool = new Spool(settings.spool(), client, clock);
        Optional<AgentState> state = stateFile.read();
        // Of the minute in which it first starts it has not seen the beginning.
        this.tally = new MinuteTally(state.map(kept -> Instant.ofEpochSecond(kept.sealedUpTo()))
                .orElse(clock.instant().plusSeconds(60)));
        state.ifPresent(kept -> {
            tally.restore(kept.open());
            spool.add(kept.spool());
        });
        for (AgentSettings.Log log : settings.logs()) {
            follow(
                    log,
                    state.flatMap(kept ->
                            Optional.ofNullable(kept.logs().get(log.path().toString()))));
        }
    }

    private void follow(AgentSettings.Log log, Optional<AgentState.LogState> kept) throws IOException {
        LogMemory memory = LogMemory.of(kept.map(AgentState.LogState::memory).orElse(LogMemory.Saved.EMPTY));
        LogFollower follower = new LogFollower(log.path());
        if (kept.isPresent()) {
            follower.resume(kept.get().files());
        }
        MailLog reader = log.format().over(memory, settings.zone(), settings.filters(), clock);
        logs.add(new Followed(log.path().toString(), follower, memory, reader));
    }

    /** Does what there is to do now. */
    void round() throws IOException, InterruptedException {
        boolean all = true;
        for (Followed log : logs) {
            all &= read(log);
        }
        Instant now = clock.instant();
        if (all) {
            seal(now);
        }
        if (changed && !now.isBefore(keptAt.plus(KEEP_EVERY))) {
            keep(now);
        }
        if (!changed && spool.isDue()) {
            spool.post();
            changed = true;
        }
        if (!now.isBefore(saidAt.plus(SAY_EVERY))) {
            say(now);
        }
    }

    private boolean read(Followed log) throws IOException {
        for (int chunk = 0; chunk < CHUNKS_A_ROUND; chunk++) {
            if (log.follower().read(line -> take(log, line))) {
                return true;
            }
        }
        return false;
    }

    private void take(Followed log, String line) {
        read++;
        changed = true;
        switch (log.log().read(line)) {
            case Reading.Told(List<MessageFate> deliveries) -> deliveries.forEach(delivery -> count(log, delivery));
            case Reading.Nothing() -> {}
            case Reading.Malformed() -> malformed++;
        }
    }

    private void count(Followed log, MessageFate delivery) {
        List<CountKey> keys = monitors.keysOf(delivery);
        if (!keys.isEmpty() && log.memory().isNew(delivery)) {
            keys.forEach(key -> tally.add(key, delivery));
        }
    }

    private void seal(Instant now) {
        boolean sighted = logs.stream().allMatch(log -> log.follower().isFound());
        List<String> lines = tally.seal(now.minus(settings.grace()), sighted ? monitors.keys() : List.of());
        if (!lines.isEmpty()) {
            spool.add(lines);
            changed = true;
            // At once: nothing is posted that is not on disk.
            keptAt = Instant.MIN;
        }
    }

    private void keep(Instant now) throws IOException {
        Map<String, AgentState.LogState> kept = new LinkedHashMap<>();
        logs.forEach(log -> kept.put(
                log.path(),
                new AgentState.LogState(log.follower().marks(), log.memory().saved())));
        stateFile.write(new AgentState(
                AgentState.VERSION, tally.sealedUpTo().getEpochSecond(), kept, tally.saved(), spool.saved()));
        keptAt = now;
        changed = false;
    }

    private void say(Instant now) {
        logs.stream()
                .filter(log -> !log.follower().isFound())
                .forEach(log -> LOG.warnf("log not found, nothing is known of its mail path=%s", log.path()));
        LOG.infof(
                "lines read=%d malformed=%d late=%d posted=%d waiting=%d dropped=%d",
                read, malformed, tally.late(), spool.posted(), spool.size(), spool.dropped());
        saidAt = now;
    }

    /** Keeps what there is to keep. */
    @Override
    public void close() {
        try (stateFile) {
            keep(clock.instant());
        } catch (IOException e) {
            throw new UncheckedIOException("the state cannot be written", e);
        } finally {
            logs.forEach(log -> log.follower().close());
            client.close();
        }
    }
}
