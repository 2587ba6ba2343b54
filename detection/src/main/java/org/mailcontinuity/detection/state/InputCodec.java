package org.mailcontinuity.detection.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailcontinuity.detection.cause.Failure;
import org.mailcontinuity.detection.history.CastVote;
import org.mailcontinuity.detection.history.ControlFailed;
import org.mailcontinuity.detection.history.Input;
import org.mailcontinuity.detection.history.MailCounted;
import org.mailcontinuity.detection.history.TimePassed;
import org.mailcontinuity.detection.history.Told;
import org.mailcontinuity.detection.observation.Direction;
import org.mailcontinuity.detection.observation.Fault;
import org.mailcontinuity.detection.observation.Reply;
import org.mailcontinuity.detection.observation.Stage;
import org.mailcontinuity.detection.observation.Vote;
import org.mailcontinuity.detection.vantage.RouteKey;

/**
 * Inputs in the binary form, about 10 octets for a good vote: a kind with its flags, times as differences to the input
 * before, each vantage and route once.
 */
final class InputCodec {
    private static final int VOTE = 0;
    private static final int CONTROL = 1;
    private static final int TIME = 2;
    private static final int TOLD = 3;
    private static final int KIND = 3;
    private static final int CONFIRMATION = 4;
    private static final int COUNTED = 4;
    private static final int VOTE_SHIFT = 3;
    private static final Vote[] VOTES = {Vote.GOOD, Vote.DEFECT, Vote.BAD};

    private final RouteCodec routes = new RouteCodec();
    private final FlowCodec flow = new FlowCodec();
    private final List<RouteKey> keys = new ArrayList<>();
    private final List<Direction> directions = new ArrayList<>();
    private long before;

    /** @param from the time that the first input's is a difference to */
    InputCodec(long from) {
        this.before = from;
    }

    void write(StateWriter out, Input input) {
        switch (input) {
            case CastVote vote -> write(out, vote);
            case ControlFailed control -> {
                out.octet(CONTROL);
                time(out, control.at());
                out.text(control.vantage());
                out.number(control.at() - control.scheduledAt());
            }
            case TimePassed passed -> {
                out.octet(TIME);
                time(out, passed.at());
            }
            case MailCounted mail -> {
                out.octet(TIME | COUNTED);
                time(out, mail.at());
                out.word(mail.direction());
                out.number(mail.at() - mail.from());
                out.number(mail.accepted());
                out.text(mail.source());
            }
            case Told told -> {
                out.octet(TOLD);
                time(out, told.at());
                out.word(told.direction());
                flow.write(out, told.flow());
                flow.write(out, told.tally());
            }
        }
    }

    Input read(StateReader in) {
        int head = in.octet();
        before += in.number();
        long at = before;
        return switch (head & KIND) {
            case VOTE -> readVote(in, at, head);
            case CONTROL -> new ControlFailed(at, in.text(), at - in.number());
            case TIME ->
                (head & COUNTED) == 0
                        ? new TimePassed(at)
                        : new MailCounted(at, in.word(Direction.class), at - in.number(), in.number(), in.text());
            default -> new Told(at, in.word(Direction.class), flow.readFlow(in), flow.readTally(in));
        };
    }

    private void write(StateWriter out, CastVote vote) {
        int kind = List.of(VOTES).indexOf(vote.vote());
        out.octet(VOTE | (vote.confirmation() ? CONFIRMATION : 0) | kind << VOTE_SHIFT);
        time(out, vote.at());
        out.text(vote.vantage());
        int key = place(vote);
        out.number(key);
        if (key == keys.size()) {
            keys.add(vote.key());
            directions.add(vote.direction());
            out.word(vote.direction());
            routes.write(out, vote.key());
        }
        out.number(vote.at() - vote.scheduledAt());
        out.number(vote.latency());
        vote.failure().ifPresent(failure -> write(out, failure));
    }

    private int place(CastVote vote) {
        int place = 0;
        while (place < keys.size()
                && !(directions.get(place) == vote.direction()
                        && keys.get(place).equals(vote.key()))) {
            place++;
        }
        return place;
    }

    private CastVote readVote(StateReader in, long at, int head) {
        Vote vote = VOTES[Math.min(VOTES.length - 1, head >> VOTE_SHIFT)];
        String vantage = in.text();
        int key = in.integer();
        if (key == keys.size()) {
            directions.add(in.word(Direction.class));
            keys.add(routes.readKey(in));
        }
        if (key < 0 || key >= keys.size()) {
            throw new IllegalArgumentException("state has no route " + key);
        }
        return new CastVote(
                at,
                directions.get(key),
                vantage,
                keys.get(key),
                at - in.number(),
                (head & CONFIRMATION) != 0,
                vote,
                in.integer(),
                vote.isAgainst() ? Optional.of(readFailure(in)) : Optional.empty());
    }

    private static void write(StateWriter out, Failure failure) {
        out.uuid(failure.sampleId());
        out.word(failure.stage());
        out.word(failure.fault());
        out.flag(failure.deferrable());
        out.optional(failure.reply(), reply -> {
            out.number(reply.code());
            out.text(reply.enhanced());
        });
        out.optional(failure.certificateEnds(), out::time);
    }

    private static Failure readFailure(StateReader in) {
        return new Failure(
                in.uuid(),
                in.word(Stage.class),
                in.word(Fault.class),
                in.flag(),
                in.optional(() -> new Reply(in.integer(), in.text())),
                in.optional(in::time));
    }

    private void time(StateWriter out, long at) {
        out.number(at - before);
        before = at;
    }
}
