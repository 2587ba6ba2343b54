package org.mailcontinuity.probe.smtp;

import java.util.ArrayList;
import java.util.List;

/**
 * What was said in a dialogue, for people: {@code C:} the probe, {@code S:} the server, {@code *:} what happened
 * otherwise. Secrets are not in it. At most {@value #MOST_LINES} lines of at most 512 bytes.
 */
public final class Transcript {
    static final int MOST_LINES = 200;

    private final boolean recording;
    private final List<String> lines = new ArrayList<>();

    private Transcript(boolean recording) {
        this.recording = recording;
    }

    public static Transcript recording() {
        return new Transcript(true);
    }

    /** Forgets all: for the scheduled checks, whose transcript nobody reads. */
    public static Transcript silent() {
        return new Transcript(false);
    }

    public void note(String happening) {
        add("*: ", happening);
    }

    public synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    void said(Command command) {
        add("C: ", command.shown());
    }

    void said(String shown) {
        add("C: ", shown);
    }

    void heard(String line) {
        add("S: ", line);
    }

    private synchronized void add(String who, String what) {
        if (recording && lines.size() < MOST_LINES) {
            lines.add(who + PrintableText.of(what));
        }
    }
}
