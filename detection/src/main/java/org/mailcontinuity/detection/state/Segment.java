package org.mailcontinuity.detection.state;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.detection.history.Input;

/**
 * A stretch of a monitor's recent inputs in event order, with the fold as it was before them, and the stretch before
 * that. What comes late is put in its place, and only what stands behind is folded again. Immutable.
 */
public final class Segment {
    private static final int FULL = 16;
    private static final long LONGEST = 60_000;
    private static final Input[] EMPTY = {};

    private final Fold before;
    private final Input[] inputs;
    private final @Nullable Segment older;

    private Segment(Fold before, Input[] inputs, @Nullable Segment older) {
        this.before = before;
        this.inputs = inputs;
        this.older = older;
    }

    /** History begins here: what is in the fold is settled. */
    public static Segment startingWith(Fold settled) {
        return new Segment(settled, EMPTY, null);
    }

    /** History as it was read: one stretch, until it is folded again. */
    static Segment of(Fold settled, List<Input> inputs) {
        return new Segment(settled, inputs.toArray(Input[]::new), null);
    }

    /** The fold of everything before this stretch. */
    public Fold before() {
        return before;
    }

    /** The stretch before; null where history begins. */
    @Nullable
    Segment older() {
        return older;
    }

    /** The settled fold that history begins with. */
    public Fold base() {
        Segment oldest = this;
        while (oldest.older != null) {
            oldest = oldest.older;
        }
        return oldest.before;
    }

    /** True if an input stands behind everything there is, so that nothing has to be folded again. */
    public boolean isInOrder(Input input) {
        return inputs.length == 0 ? input.at() >= before.time() : !inputs[inputs.length - 1].isBehind(input);
    }

    /**
     * With an input behind all others. A stretch of 16 inputs, or of a minute, is full: the input begins the next one.
     *
     * @param now the fold of everything before it
     */
    public Segment append(Input input, Fold now) {
        if (isFullAt(input.at())) {
            return new Segment(now, new Input[] {input}, this);
        }
        Input[] next = Arrays.copyOf(inputs, inputs.length + 1);
        next[inputs.length] = input;
        return new Segment(before, next, older);
    }

    /** True if there is a stretch before this one that begins before a time. */
    public boolean reachesBefore(long time) {
        return older != null && base().time() < time;
    }

    private boolean isFullAt(long at) {
        return inputs.length >= FULL || (inputs.length > 0 && at - inputs[0].at() >= LONGEST);
    }

    /** The stretches, oldest first. */
    List<Segment> stretches() {
        Deque<Segment> all = new ArrayDeque<>();
        for (Segment segment = this; segment != null; segment = segment.older) {
            all.addFirst(segment);
        }
        return new ArrayList<>(all);
    }

    /** All inputs, oldest first. */
    public List<Input> all() {
        List<Input> all = new ArrayList<>();
        stretches().forEach(stretch -> all.addAll(List.of(stretch.inputs)));
        return all;
    }

    /** The latest stretch that begins no later than where that input belongs, and so every one before it. */
    public Segment reaching(Input input) {
        Segment segment = this;
        while (segment.older != null && (segment.inputs.length == 0 || segment.inputs[0].isBehind(input))) {
            segment = segment.older;
        }
        return segment;
    }

    /** The inputs of the stretches from that one on, oldest first. */
    public List<Input> since(Segment first) {
        Deque<Segment> tail = new ArrayDeque<>();
        for (Segment segment = this; segment != null; segment = segment.older) {
            tail.addFirst(segment);
            if (segment == first) {
                break;
            }
        }
        List<Input> all = new ArrayList<>();
        tail.forEach(stretch -> all.addAll(List.of(stretch.inputs)));
        return all;
    }

    /** This stretch begun anew, without its inputs. */
    public Segment emptied() {
        return new Segment(before, EMPTY, older);
    }

    /** Without the stretches that lie wholly before a time: what was in them is settled. */
    public Segment settledBefore(long needed) {
        if (older == null) {
            return this;
        }
        return before.time() < needed
                ? new Segment(before, inputs, null)
                : new Segment(before, inputs, older.settledBefore(needed));
    }

    /** True if one of the inputs here is that. */
    public boolean any(Predicate<Input> wanted) {
        for (Segment segment = this; segment != null; segment = segment.older) {
            for (Input input : segment.inputs) {
                if (wanted.test(input)) {
                    return true;
                }
            }
        }
        return false;
    }
}
