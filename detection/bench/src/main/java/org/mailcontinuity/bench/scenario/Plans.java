package org.mailcontinuity.bench.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.mailcontinuity.contracts.monitor.MaintenanceSpan;
import org.mailcontinuity.contracts.sample.Fault;
import org.mailcontinuity.contracts.sample.Stage;

/** Draws the plans of the scenarios. */
final class Plans {
    private static final long MINUTE = 60_000;
    private static final long BEFORE = 30 * MINUTE;
    private static final long AFTER = 45 * MINUTE;
    private static final long DAY = 24 * 60 * MINUTE;
    private static final long SLOWEST = 20_000;
    private static final List<Answer> DEAD = List.of(
            Answer.REFUSED,
            Answer.CONNECT_TIMEOUT,
            Answer.GREETING_TIMEOUT,
            Answer.SERVFAIL,
            Answer.NO_MAILBOX,
            Answer.SYSTEM_DOWN);
    private static final List<Answer> HALF_DEAD =
            List.of(Answer.CONNECT_TIMEOUT, Answer.DISCONNECTED, Answer.STORAGE_FULL, Answer.GREETING_TIMEOUT);

    private Plans() {}

    static Plan hardOutage(SplittableRandom random, int minutes) {
        return total(random, minutes, one(DEAD, random));
    }

    static Plan expiredCertificate(SplittableRandom random, int minutes) {
        return total(random, minutes, Answer.EXPIRED);
    }

    static Plan oneOfTwoMx(SplittableRandom random, int minutes) {
        Answer answer = random.nextBoolean() ? Answer.REFUSED : Answer.CONNECT_TIMEOUT;
        Span span = Span.drawn(random, minutes * MINUTE);
        return span.plan(
                2,
                Trouble.total(answer).onRoute(0),
                Delivery.PROMPT,
                Optional.of(Expected.of(answer, 0)),
                answer.millis());
    }

    static Plan grey(SplittableRandom random, int minutes, double share) {
        Answer answer = one(HALF_DEAD, random);
        Span span = Span.drawn(random, minutes * MINUTE);
        return span.plan(1, Trouble.partial(answer, share), Delivery.PROMPT, expected(answer), answer.millis());
    }

    static Plan unexplained(SplittableRandom random, int minutes) {
        return total(random, minutes, Answer.TRY_LATER);
    }

    static Plan tarpit(SplittableRandom random, int minutes) {
        Trouble slow = (vantage, route, at, draw) -> {
            long greeting = draw.nextLong(20_000, 60_000);
            return Optional.of(greeting >= 30_000 ? Answer.GREETING_TIMEOUT : Answer.accepted(greeting));
        };
        Span span = Span.drawn(random, minutes * MINUTE);
        return span.plan(
                1,
                slow,
                Delivery.PROMPT,
                Optional.of(new Expected(Optional.of(Stage.GREETING), Fault.GREETING_TIMEOUT, Expected.ANY)),
                Answer.GREETING_TIMEOUT.millis());
    }

    static Plan slow(SplittableRandom random, int minutes) {
        Plan plan = Span.drawn(random, minutes * MINUTE)
                .plan(1, slow(), Delivery.PROMPT, Optional.of(Expected.SLOW), SLOWEST);
        return learned(plan);
    }

    static Plan slowVantage(SplittableRandom random, int minutes) {
        return learned(quiet(random, minutes * MINUTE, slow().fromVantage(random.nextInt(3)), Delivery.PROMPT));
    }

    /** Mail stops in office hours of a working day of the fifth week. */
    static Plan silence(SplittableRandom random, int minutes) {
        long from = Setting.START + (28 + random.nextInt(5)) * DAY + random.nextLong(8 * 60, 15 * 60) * MINUTE;
        return counted(random, from, from + minutes * MINUTE);
    }

    /** Five weeks and their weekends and nights; four of them teach. */
    static Plan weeks(SplittableRandom random, int minutes) {
        return counted(random, Setting.START, Setting.START);
    }

    static Plan flapping(SplittableRandom random, int minutes) {
        long length = minutes * MINUTE;
        Trouble trouble = Trouble.NONE;
        for (long at = 0; at < length; ) {
            long down = random.nextLong(MINUTE, 5 * MINUTE);
            trouble = either(trouble, Trouble.total(Answer.REFUSED).between(at, Math.min(length, at + down)));
            at += down + random.nextLong(MINUTE, 5 * MINUTE);
        }
        return Span.drawn(random, length)
                .plan(1, trouble, Delivery.PROMPT, expected(Answer.REFUSED), Answer.REFUSED.millis());
    }

    static Plan skewAndLate(SplittableRandom random, int minutes) {
        Answer answer = one(DEAD, random);
        long[] skew = new long[8];
        skew[random.nextInt(3)] = random.nextBoolean() ? 5 * MINUTE : -5 * MINUTE;
        Delivery late = new Delivery(skew, 0.2, 110_000, 0.05, new boolean[8], 0, 0);
        Span span = Span.drawn(random, minutes * MINUTE);
        return span.plan(1, Trouble.total(answer), late, expected(answer), answer.millis());
    }

    static Plan greylisting(SplittableRandom random, int minutes) {
        Trouble trouble = Trouble.NONE;
        for (int vantage = 0; vantage < 3; vantage++) {
            for (long half = 0; half < 2; half++) {
                long from = half * minutes * MINUTE / 2 + random.nextLong(15 * MINUTE);
                long length = random.nextLong(MINUTE, 8 * MINUTE);
                trouble = either(
                        trouble,
                        Trouble.total(Answer.TRY_LATER).fromVantage(vantage).between(from, from + length));
            }
        }
        return quiet(random, minutes * MINUTE, trouble, Delivery.PROMPT);
    }

    static Plan vantageDown(SplittableRandom random, int minutes) {
        Trouble trouble = Trouble.total(Answer.SELF_CHECK_FAILED).fromVantage(random.nextInt(3));
        return quiet(random, minutes * MINUTE, trouble, Delivery.PROMPT);
    }

    static Plan lossyVantage(SplittableRandom random, int minutes) {
        Trouble trouble = Trouble.partial(Answer.CONNECT_TIMEOUT, 0.4).fromVantage(random.nextInt(3));
        return quiet(random, minutes * MINUTE, trouble, Delivery.PROMPT);
    }

    static Plan maintenance(SplittableRandom random, int minutes) {
        Span span = Span.drawn(random, minutes * MINUTE + 30_000);
        MaintenanceSpan announced = new MaintenanceSpan(
                Instant.ofEpochMilli(span.from - MINUTE), Instant.ofEpochMilli(span.until - 30_000));
        Plan plan = span.plan(1, Trouble.total(Answer.REFUSED), Delivery.PROMPT, Optional.empty(), 0);
        return new Plan(
                plan.from(),
                plan.troubleFrom(),
                plan.troubleUntil(),
                plan.until(),
                1,
                plan.trouble(),
                plan.delivery(),
                List.of(announced),
                Optional.empty(),
                0,
                Optional.empty());
    }

    /** Ten minutes of failures that only the stalled vantage saw, on its own way, three minutes before it speaks again. */
    static Plan staleBurst(SplittableRandom random, int minutes) {
        int vantage = random.nextInt(3);
        Span span = Span.drawn(random, minutes * MINUTE);
        boolean[] stalled = new boolean[8];
        stalled[vantage] = true;
        Delivery delivery = new Delivery(new long[8], 0, 0, 0, stalled, span.from, span.from + minutes * MINUTE);
        Trouble trouble =
                Trouble.total(Answer.CONNECT_TIMEOUT).fromVantage(vantage).between(0, 10 * MINUTE);
        return span.plan(1, trouble, delivery, Optional.empty(), 0);
    }

    static Plan blip(SplittableRandom random, int minutes) {
        return quiet(random, 20_000, Trouble.total(one(DEAD, random)), Delivery.PROMPT);
    }

    static Plan month(SplittableRandom random, int minutes) {
        return new Plan(
                Setting.START,
                Setting.START,
                Setting.START,
                Setting.START + 30 * DAY,
                1,
                Trouble.NONE,
                Delivery.PROMPT,
                List.of(),
                Optional.empty(),
                0,
                Optional.empty());
    }

    private static Plan counted(SplittableRandom random, long from, long until) {
        RealMail mail = new RealMail(random.nextLong(), random.nextDouble(60, 600));
        return new Plan(
                Setting.START,
                from,
                until,
                Setting.START + 35 * DAY,
                1,
                Trouble.NONE,
                Delivery.PROMPT,
                List.of(),
                Optional.empty(),
                0,
                Optional.of(mail));
    }

    private static Trouble slow() {
        return (vantage, route, at, draw) -> Optional.of(Answer.accepted(draw.nextLong(4_000, SLOWEST)));
    }

    /** Begun early enough to know how fast mail is in good times. */
    private static Plan learned(Plan plan) {
        return new Plan(
                plan.from() - 60 * MINUTE,
                plan.troubleFrom(),
                plan.troubleUntil(),
                plan.until(),
                plan.routes(),
                plan.trouble(),
                plan.delivery(),
                plan.maintenance(),
                plan.expected(),
                plan.failingMillis(),
                plan.mail());
    }

    private static Plan total(SplittableRandom random, int minutes, Answer answer) {
        Span span = Span.drawn(random, minutes * MINUTE);
        return span.plan(1, Trouble.total(answer), Delivery.PROMPT, expected(answer), answer.millis());
    }

    private static Plan quiet(SplittableRandom random, long length, Trouble trouble, Delivery delivery) {
        return Span.drawn(random, length).plan(1, trouble, delivery, Optional.empty(), 0);
    }

    private static Optional<Expected> expected(Answer answer) {
        return Optional.of(Expected.of(answer, Expected.ANY));
    }

    private static Trouble either(Trouble one, Trouble other) {
        return (vantage, route, at, random) ->
                one.answer(vantage, route, at, random).or(() -> other.answer(vantage, route, at, random));
    }

    private static Answer one(List<Answer> answers, SplittableRandom random) {
        return answers.get(random.nextInt(answers.size()));
    }

    /** When the trouble is: it begins at any instant of a round. */
    private record Span(long from, long until) {
        static Span drawn(SplittableRandom random, long length) {
            long from = Setting.START + BEFORE + random.nextLong(Setting.INTERVAL);
            return new Span(from, from + length);
        }

        Plan plan(int routes, Trouble trouble, Delivery delivery, Optional<Expected> expected, long failingMillis) {
            return new Plan(
                    Setting.START,
                    from,
                    until,
                    until + AFTER,
                    routes,
                    trouble,
                    delivery,
                    List.of(),
                    expected,
                    failingMillis,
                    Optional.empty());
        }
    }
}
