package org.mailcontinuity.bench.scenario;

import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.UUID;
import org.mailcontinuity.contracts.sample.Trigger;

/**
 * Plays one run: in each round every vantage checks every route; samples reach the audience in the order in which the
 * broker has them, and time passes for it every 10 s before the samples that come then.
 */
public final class Simulation {
    private static final long TICK = 10_000;
    /** Slots of real mail end at whole minutes, so that nothing is due in between. */
    private static final long MAIL_TICK = 60_000;

    private static final long ASKED_AFTER = 1_000;

    private final Plan plan;
    private final World world;
    private final Audience audience;
    private final long phase;
    private final PriorityQueue<Queued> queue = new PriorityQueue<>();
    private long order;
    private long ticked;
    private long tick = TICK;

    /** Who judges a run. */
    public interface Audience {
        /** A sample comes. @return true to have the other vantages check at once */
        boolean arrived(Arrived arrived);

        /** Time passes, epoch milliseconds. */
        void tick(long at);
    }

    private record Queued(Arrived arrived, long order) implements Comparable<Queued> {
        @Override
        public int compareTo(Queued other) {
            int byTime = Long.compare(arrived.at(), other.arrived.at());
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    public Simulation(Plan plan, UUID monitorId, long seed, Audience audience) {
        SplittableRandom random = new SplittableRandom(seed);
        this.plan = plan;
        this.audience = audience;
        this.phase = random.nextLong(Setting.INTERVAL);
        this.world = new World(plan, monitorId, random.split());
    }

    /** Plays it to its end. */
    public void play() {
        if (plan.mail().isPresent()) {
            count(plan.mail().get());
        } else {
            look();
        }
        deliver(plan.until());
    }

    private void count(RealMail mail) {
        tick = MAIL_TICK;
        ticked = Math.floorDiv(plan.from(), tick) * tick;
        for (long at = plan.from(); at < plan.until(); at += RealMail.STEP) {
            deliver(at);
            queue.add(new Queued(world.report(mail, at), order++));
        }
    }

    private void look() {
        ticked = Math.floorDiv(plan.from(), TICK) * TICK;
        long round = 0;
        for (long at = plan.from() + phase; at < plan.until(); at += Setting.INTERVAL) {
            deliver(at);
            for (int vantage = 0; vantage < Setting.VANTAGES.size(); vantage++) {
                check(vantage, at, round, Trigger.SCHEDULED);
            }
            round++;
        }
    }

    private void check(int vantage, long at, long round, Trigger trigger) {
        for (int route = 0; route < plan.routes(); route++) {
            Arrived arrived = world.look(vantage, route, at, round, trigger);
            queue.add(new Queued(arrived, order++));
            world.again(arrived).ifPresent(twice -> queue.add(new Queued(twice, order++)));
            if (arrived.sample().route().isEmpty()) {
                return; // no route was reached: there is nothing to try one by one
            }
        }
    }

    private void deliver(long before) {
        for (Queued next = queue.peek(); next != null && next.arrived.at() < before; next = queue.peek()) {
            queue.remove();
            pass(next.arrived.at());
            if (audience.arrived(next.arrived)) {
                confirm(next.arrived);
            }
        }
        pass(before);
    }

    private void confirm(Arrived first) {
        for (int vantage = 0; vantage < Setting.VANTAGES.size(); vantage++) {
            if (vantage != first.vantage()) {
                check(vantage, first.at() + ASKED_AFTER, first.round(), Trigger.CONFIRMATION);
            }
        }
    }

    private void pass(long before) {
        while (ticked + tick < before) {
            ticked += tick;
            audience.tick(ticked);
        }
    }
}
