package org.mailcontinuity.detection.latency;

import java.util.Arrays;
import org.mailcontinuity.detection.observation.Check;
import org.mailcontinuity.detection.state.StateReader;
import org.mailcontinuity.detection.state.StateWriter;

/**
 * How fast mail gets through one direction: what is usual for each vantage and kind of check, and the evidence that it is
 * slow now. Kinds are kept apart, because a message fetched back takes seconds where a dialogue takes tenths. Immutable.
 */
public final class Speed {
    /** Nothing is known. */
    public static final Speed NONE = new Speed(new Usual[0], Slowness.NONE);

    private static final int VERSION = 1;
    private static final int MOST = 128;

    private final Usual[] usual;
    private final Slowness slowness;

    private record Usual(String vantage, Check check, LatencyProfile profile) {
        boolean is(String other, Check kind) {
            return check == kind && vantage.equals(other);
        }
    }

    private Speed(Usual[] usual, Slowness slowness) {
        this.usual = usual;
        this.slowness = slowness;
    }

    /** Evidence that mail gets through slowly. */
    public Slowness slowness() {
        return slowness;
    }

    /** With other evidence. */
    public Speed with(Slowness changed) {
        return changed.equals(slowness) ? this : new Speed(usual, changed);
    }

    /** What a check of that kind may take a vantage, milliseconds; {@link Long#MAX_VALUE} while too little is known. */
    public long limit(String vantage, Check check) {
        int index = indexOf(vantage, check);
        return index < 0 ? Long.MAX_VALUE : usual[index].profile.limit();
    }

    /** With one more good check of healthy times. @param at event time, epoch milliseconds */
    public Speed learn(String vantage, Check check, long millis, long at) {
        int index = indexOf(vantage, check);
        if (index < 0) {
            if (usual.length == MOST) {
                return this;
            }
            Usual[] more = Arrays.copyOf(usual, usual.length + 1);
            more[usual.length] = new Usual(vantage, check, LatencyProfile.EMPTY.learn(millis, at));
            return new Speed(more, slowness);
        }
        LatencyProfile learned = usual[index].profile.learn(millis, at);
        if (learned.equals(usual[index].profile)) {
            return this;
        }
        Usual[] next = usual.clone();
        next[index] = new Usual(usual[index].vantage, check, learned);
        return new Speed(next, slowness);
    }

    /** Writes it in its binary form, which begins with its version. */
    public void write(StateWriter out) {
        out.octet(VERSION);
        out.number(usual.length);
        for (Usual known : usual) {
            out.text(known.vantage);
            out.word(known.check);
            known.profile.write(out);
        }
        out.flag(!slowness.isClear());
        if (!slowness.isClear()) {
            slowness.write(out);
        }
    }

    /** Reads what {@link #write} wrote. @throws IllegalArgumentException if it is of no known version */
    public static Speed read(StateReader in) {
        int version = in.octet();
        if (version != VERSION) {
            throw new IllegalArgumentException("version of speed must be " + VERSION + ", was " + version);
        }
        int size = in.integer();
        if (size < 0 || size > MOST) {
            throw new IllegalArgumentException("state has latencies of " + size + " checks, at most " + MOST);
        }
        Usual[] usual = new Usual[size];
        for (int i = 0; i < size; i++) {
            usual[i] = new Usual(in.text(), in.word(Check.class), LatencyProfile.read(in));
        }
        return new Speed(usual, in.flag() ? Slowness.read(in) : Slowness.NONE);
    }

    private int indexOf(String vantage, Check check) {
        for (int i = 0; i < usual.length; i++) {
            if (usual[i].is(vantage, check)) {
                return i;
            }
        }
        return -1;
    }
}
