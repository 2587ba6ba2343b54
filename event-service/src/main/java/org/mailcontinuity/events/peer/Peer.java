package org.mailcontinuity.events.peer;

/**
 * Another service.
 *
 * @param audience its name in tokens, such as {@code probe-service}
 * @param title its name in sentences, such as {@code probe}
 */
public record Peer(String audience, String title) {
    public static final Peer PROBE = new Peer("probe-service", "probe");
    public static final Peer NOTIFIER = new Peer("notifier-service", "notifier");
}
