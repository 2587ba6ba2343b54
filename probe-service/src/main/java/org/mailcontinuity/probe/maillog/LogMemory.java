package org.mailcontinuity.probe.maillog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a reader must remember between lines: who sent the messages under way, what was told of them already, and the
 * header of a table. Bounded; the oldest is forgotten first. For one thread.
 */
public final class LogMemory {
    private static final int MOST = 20_000;
    private static final int LONGEST = 512;

    private final Map<String, String> senders = new Bounded();
    private final Map<String, String> told = new Bounded();
    private String header = "";

    /** A copy of the memory, to be kept on disk. */
    public record Saved(Map<String, String> senders, List<String> told, String header) {
        public static final Saved EMPTY = new Saved(Map.of(), List.of(), "");
    }

    private static final class Bounded extends LinkedHashMap<String, String> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST;
        }
    }

    public static LogMemory of(Saved saved) {
        LogMemory memory = new LogMemory();
        memory.senders.putAll(saved.senders());
        saved.told().forEach(key -> memory.told.put(key, ""));
        memory.header = saved.header();
        return memory;
    }

    public Saved saved() {
        return new Saved(new LinkedHashMap<>(senders), new ArrayList<>(told.keySet()), header);
    }

    /**
     * Whether this is new of that message and recipient: a message that is tried again and again is deferred once. What
     * has no name is always new.
     */
    public boolean isNew(MessageFate delivery) {
        if (delivery.message().isEmpty()) {
            return true;
        }
        String key = delivery.fate().name().charAt(0) + " " + delivery.message() + " "
                + delivery.recipient().orElse("");
        return told.putIfAbsent(shortened(key), "") == null;
    }

    void sent(String message, String sender) {
        senders.put(shortened(message), shortened(sender));
    }

    Optional<String> senderOf(String message) {
        return Optional.ofNullable(senders.get(shortened(message)));
    }

    void ended(String message) {
        senders.remove(shortened(message));
    }

    String header() {
        return header;
    }

    void header(String line) {
        header = line;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
