package org.mailcontinuity.events.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailcontinuity.events.lifecycle.Decision.Denied;
import org.mailcontinuity.events.lifecycle.Decision.Moved;
import org.mailcontinuity.events.lifecycle.Decision.Unchanged;
import org.mailcontinuity.events.lifecycle.Life.Active;
import org.mailcontinuity.events.lifecycle.Life.Cancelled;
import org.mailcontinuity.events.lifecycle.Life.Ended;
import org.mailcontinuity.events.lifecycle.Life.Scheduled;
import org.mailcontinuity.events.lifecycle.Life.Started;

/** Every state and every command, before, within and after the event's span (10:00 to 12:00). */
class LifeTest {
    private static final Instant FROM = Instant.parse("2026-11-24T10:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant BEFORE = Instant.parse("2026-11-24T09:00:00Z");
    private static final Instant WITHIN = Instant.parse("2026-11-24T11:00:00Z");
    private static final Instant AFTER = Instant.parse("2026-11-24T13:00:00Z");
    private static final Span SPAN = new Span(FROM, UNTIL);
    private static final Optional<String> WHY = Optional.of("because");

    private static final Scheduled SCHEDULED = new Scheduled(SPAN);
    private static final Active ACTIVE = new Active(SPAN, FROM, Initiator.USER);
    private static final Ended ENDED =
            new Ended(SPAN, Optional.of(new Started(FROM, Initiator.USER)), UNTIL, EndCause.TIME_UP, Optional.empty());
    private static final Cancelled CANCELLED = new Cancelled(SPAN, BEFORE, WHY);

    private static final Command START = new Command.Start(Initiator.ALERT_LINK);
    private static final Command EXTEND = new Command.Extend(Duration.ofHours(1));
    private static final Command EXTEND_TO = new Command.ExtendTo(AFTER);
    private static final Command END = new Command.End(WHY);
    private static final Command CANCEL = new Command.Cancel(WHY);
    private static final Command RESCHEDULE = new Command.Reschedule(new Span(WITHIN, AFTER.plusSeconds(1)));
    private static final Command PASS = new Command.PassTime(false);
    private static final Command PASS_NEEDED = new Command.PassTime(true);
    private static final List<Command> ALL =
            List.of(START, EXTEND, EXTEND_TO, END, CANCEL, RESCHEDULE, PASS, PASS_NEEDED);

    static Stream<Arguments> decisions() {
        return Stream.of(
                        scheduled(),
                        active(),
                        over(ENDED, Denial.ALREADY_ENDED),
                        over(CANCELLED, Denial.ALREADY_CANCELLED))
                .flatMap(rows -> rows);
    }

    private static Stream<Arguments> scheduled() {
        Denied notStarted = new Denied(Denial.NOT_STARTED);
        Moved cancelledBefore = new Moved(new Cancelled(SPAN, BEFORE, WHY), Change.CANCELLED);
        Moved cancelledWithin = new Moved(new Cancelled(SPAN, WITHIN, WHY), Change.CANCELLED);
        Moved cancelledAfter = new Moved(new Cancelled(SPAN, AFTER, WHY), Change.CANCELLED);
        Moved moved = new Moved(new Scheduled(new Span(WITHIN, AFTER.plusSeconds(1))), Change.UPDATED);
        Moved early = new Moved(new Active(new Span(BEFORE, UNTIL), BEFORE, Initiator.ALERT_LINK), Change.STARTED);
        Moved late = new Moved(new Active(SPAN, WITHIN, Initiator.ALERT_LINK), Change.STARTED);
        Moved onTime = new Moved(new Active(SPAN, WITHIN, Initiator.SCHEDULE), Change.STARTED);
        Moved missed =
                new Moved(new Ended(SPAN, Optional.empty(), AFTER, EndCause.MISSED, Optional.empty()), Change.MISSED);
        return Stream.of(
                row(SCHEDULED, START, early, late, new Denied(Denial.SPAN_OVER)),
                row(SCHEDULED, EXTEND, notStarted, notStarted, notStarted),
                row(SCHEDULED, EXTEND_TO, notStarted, notStarted, notStarted),
                row(SCHEDULED, END, notStarted, notStarted, notStarted),
                row(SCHEDULED, CANCEL, cancelledBefore, cancelledWithin, cancelledAfter),
                row(SCHEDULED, RESCHEDULE, moved, moved, moved),
                row(SCHEDULED, PASS, new Unchanged(), onTime, missed),
                row(SCHEDULED, PASS_NEEDED, new Unchanged(), onTime, missed));
    }

    private static Stream<Arguments> active() {
        Denied started = new Denied(Denial.ALREADY_STARTED);
        Denied ended = new Denied(Denial.ALREADY_ENDED);
        Moved longer = new Moved(
                new Active(new Span(FROM, UNTIL.plus(Duration.ofHours(1))), FROM, Initiator.USER), Change.EXTENDED);
        Moved later = new Moved(new Active(new Span(FROM, AFTER), FROM, Initiator.USER), Change.EXTENDED);
        Moved goesOn = new Moved(
                new Active(new Span(FROM, AFTER.plus(Active.GOES_ON)), FROM, Initiator.USER), Change.EXTENDED);
        Moved timeUp = new Moved(
                new Ended(
                        SPAN,
                        Optional.of(new Started(FROM, Initiator.USER)),
                        AFTER,
                        EndCause.TIME_UP,
                        Optional.empty()),
                Change.ENDED);
        return Stream.of(
                row(ACTIVE, START, started, started, ended),
                row(ACTIVE, EXTEND, longer, longer, ended),
                row(ACTIVE, EXTEND_TO, later, later, ended),
                row(ACTIVE, END, endedAt(BEFORE), endedAt(WITHIN), ended),
                row(ACTIVE, CANCEL, started, started, ended),
                row(ACTIVE, RESCHEDULE, started, started, ended),
                row(ACTIVE, PASS, new Unchanged(), new Unchanged(), timeUp),
                row(ACTIVE, PASS_NEEDED, new Unchanged(), new Unchanged(), goesOn));
    }

    private static Stream<Arguments> over(Life life, Denial denial) {
        return ALL.stream().map(command -> {
            Decision decision = command instanceof Command.PassTime ? new Unchanged() : new Denied(denial);
            return row(life, command, decision, decision, decision);
        });
    }

    private static Moved endedAt(Instant now) {
        return new Moved(
                new Ended(
                        new Span(FROM, now),
                        Optional.of(new Started(FROM, Initiator.USER)),
                        now,
                        EndCause.REQUESTED,
                        WHY),
                Change.ENDED);
    }

    private static Arguments row(Life life, Command command, Decision before, Decision within, Decision after) {
        return Arguments.of(life, command, before, within, after);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("decisions")
    void decides(Life life, Command command, Decision before, Decision within, Decision after) {
        assertThat(Life.decide(life, command, BEFORE)).as("before").isEqualTo(before);
        assertThat(Life.decide(life, command, WITHIN)).as("within").isEqualTo(within);
        assertThat(Life.decide(life, command, AFTER)).as("after").isEqualTo(after);
    }

    @Test
    void coversEveryStateAndCommand() {
        long states = Life.class.getPermittedSubclasses().length;
        long commands = Command.class.getPermittedSubclasses().length + 1; // PassTime has two sides
        assertThat(decisions()).hasSize((int) (states * commands));
    }

    @Test
    void startsAndEndsAtTheVeryInstants() {
        assertThat(Life.decide(SCHEDULED, PASS, FROM.minusMillis(1))).isEqualTo(new Unchanged());
        assertThat(Life.decide(SCHEDULED, PASS, FROM)).isInstanceOf(Moved.class);
        assertThat(Life.decide(ACTIVE, PASS, UNTIL.minusMillis(1))).isEqualTo(new Unchanged());
        assertThat(Life.decide(ACTIVE, PASS, UNTIL)).isInstanceOf(Moved.class);
        assertThat(Life.decide(SCHEDULED, PASS, UNTIL))
                .isInstanceOfSatisfying(
                        Moved.class, moved -> assertThat(moved.change()).isEqualTo(Change.MISSED));
    }

    @Test
    void refusesAnExtensionBeyondThirtyDays() {
        Duration most = Duration.ofDays(30).minusHours(2);
        assertThat(Life.decide(ACTIVE, new Command.Extend(most), WITHIN)).isInstanceOf(Moved.class);
        assertThat(Life.decide(ACTIVE, new Command.Extend(most.plusMillis(1)), WITHIN))
                .isEqualTo(new Denied(Denial.EXTENSION_BEYOND_LIMIT));
        assertThat(Life.decide(ACTIVE, new Command.Extend(Duration.ofSeconds(Long.MAX_VALUE)), WITHIN))
                .isEqualTo(new Denied(Denial.EXTENSION_BEYOND_LIMIT));
        assertThat(Life.decide(ACTIVE, new Command.Extend(Duration.ZERO), WITHIN))
                .isEqualTo(new Denied(Denial.EXTENSION_NOT_POSITIVE));
    }

    @Test
    void extendsOnceHoweverOftenTheSameEndIsAskedFor() {
        Moved first = (Moved) Life.decide(ACTIVE, EXTEND_TO, WITHIN);
        assertThat(Life.decide(first.next(), EXTEND_TO, WITHIN)).isEqualTo(new Unchanged());
        assertThat(Life.decide(first.next(), new Command.ExtendTo(UNTIL), WITHIN))
                .isEqualTo(new Denied(Denial.END_NOT_LATER));
    }

    @Test
    void goesOnWhileNeededUntilTheLongestSpan() {
        Instant latest = FROM.plus(Span.LONGEST);
        Active nearlyDone = new Active(new Span(FROM, latest.minusSeconds(60)), FROM, Initiator.USER);
        Moved last = (Moved) Life.decide(nearlyDone, PASS_NEEDED, latest.minusSeconds(60));
        assertThat(last.next().span().until()).isEqualTo(latest);
        assertThat(Life.decide(last.next(), PASS_NEEDED, latest))
                .isInstanceOfSatisfying(
                        Moved.class, moved -> assertThat(moved.change()).isEqualTo(Change.ENDED));
    }

    @Test
    void refusesToStartSoEarlyThatTheSpanBecomesTooLong() {
        Scheduled far = new Scheduled(new Span(FROM, FROM.plus(Duration.ofDays(30))));
        assertThat(Life.decide(far, START, BEFORE)).isEqualTo(new Denied(Denial.SPAN_TOO_LONG));
    }

    @Test
    void keepsSpansWithinFiveMinutesAndThirtyDays() {
        assertThat(new Span(FROM, FROM).broken()).contains(Denial.UNTIL_NOT_AFTER_FROM);
        assertThat(new Span(FROM, FROM.minusSeconds(1)).broken()).contains(Denial.UNTIL_NOT_AFTER_FROM);
        assertThat(new Span(FROM, FROM.plusSeconds(299)).broken()).contains(Denial.SPAN_TOO_SHORT);
        assertThat(new Span(FROM, FROM.plusSeconds(300)).broken()).isEmpty();
        assertThat(new Span(FROM, FROM.plus(Duration.ofDays(30))).broken()).isEmpty();
        assertThat(new Span(FROM, FROM.plus(Duration.ofDays(30)).plusMillis(1)).broken())
                .contains(Denial.SPAN_TOO_LONG);
    }
}
