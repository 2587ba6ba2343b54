package org.mailcontinuity.notifier.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.mailcontinuity.notifier.job.Jobs;
import org.mailcontinuity.notifier.template.Facts;

/**
 * Where features put what is to be told, in the transaction in which they decide it. The caller holds the lock of the
 * subject, so that one decision at a time is made about it.
 */
public final class Deliveries {
    static final String JOB = "delivery";
    /** Longer than the 90 days for which topics keep alerts and events, so that none read anew is told anew. */
    private static final Duration KEPT = Duration.ofDays(100);

    /** Longer than any digest waits: its job must have been lost. */
    private static final Duration HELD_AT_MOST = Duration.ofHours(1);

    private static final int MOST_IN_ONE = 200;

    private static final Duration STRANDED_AFTER = Duration.ofMinutes(1);

    private final DeliveryRepository rows;
    private final Jobs jobs;
    private final ObjectMapper json;
    private final InstantSource clock;

    Deliveries(DeliveryRepository rows, Jobs jobs, ObjectMapper json, InstantSource clock) {
        this.rows = rows;
        this.jobs = jobs;
        this.json = json;
        this.clock = clock;
    }

    /** All deliveries about a subject so far. */
    public List<Delivery> of(UUID subjectId) {
        return rows.of(subjectId);
    }

    /** Whether there is a delivery of this id. */
    public boolean has(UUID deliveryId) {
        return rows.findByIdOptional(deliveryId).isPresent();
    }

    /** Sends each as soon as the transaction is committed. What was planned before stays as it is. */
    public void plan(Collection<DeliveryKey> due, Facts facts) {
        String written = write(facts);
        for (DeliveryKey key : due) {
            if (rows.plan(key, written, clock.instant())) {
                jobs.schedule(JOB, key.id().toString(), clock.instant());
            }
        }
    }

    /**
     * Gives up deliveries that need not be made any more.
     *
     * @return whether all of them were still pending; if not, something was told meanwhile, and is worth another look
     */
    public boolean supersede(Collection<UUID> deliveryIds) {
        boolean all = true;
        for (UUID id : deliveryIds) {
            all &= rows.supersede(id, clock.instant());
        }
        return all;
    }

    /** Plans anew what is pending without a job. How many that were: none, unless something went wrong. */
    int recoverStranded() {
        rows.release(clock.instant().minus(HELD_AT_MOST));
        List<UUID> stranded = rows.stranded(JOB, clock.instant().minus(STRANDED_AFTER));
        for (UUID id : stranded) {
            jobs.schedule(JOB, id.toString(), clock.instant());
        }
        return stranded.size();
    }

    /** Forgets what has been over for longer than its topics keep it. */
    int forget() {
        return rows.forgetBefore(clock.instant().minus(KEPT));
    }

    /**
     * The deliveries, held for an address, that one message is to tell; in the present transaction.
     *
     * @param digest names the message: asked again, it tells the same
     */
    public List<Held> claim(UUID lane, UUID digest) {
        return rows.claim(lane, digest, MOST_IN_ONE).stream()
                .map(row -> new Held(row.delivery().key(), read(row.facts)))
                .toList();
    }

    void planDigest(UUID lane, Instant at) {
        jobs.schedule(DeliveryJob.DIGEST, lane + "@" + at.toEpochMilli(), at);
    }

    Instant now() {
        return clock.instant();
    }

    /** A delivery that waits to be told together with others. */
    public record Held(DeliveryKey key, Facts facts) {}

    Facts read(String facts) {
        try {
            return json.readValue(facts, Facts.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the facts of a delivery cannot be read", e);
        }
    }

    private String write(Facts facts) {
        try {
            return json.writerFor(Facts.class).writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the facts of a delivery cannot be written", e);
        }
    }
}
