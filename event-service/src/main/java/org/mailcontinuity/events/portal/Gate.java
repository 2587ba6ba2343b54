package org.mailcontinuity.events.portal;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.mailcontinuity.events.access.RateLimit;

/** Holds each link, and each address that opens links, to a rate. Thread-safe. */
final class Gate {
    private static final int LINKS_OF_ADDRESS = 10;
    private static final double SECONDS = 60;

    private final RateLimit links;
    private final RateLimit addresses;

    /** @param perMinute how often a link may be opened; an address may open ten times as much, for many share one */
    Gate(int perMinute, InstantSource clock) {
        this.links = new RateLimit(perMinute / SECONDS, perMinute, clock);
        int ofAddress = perMinute * LINKS_OF_ADDRESS;
        this.addresses = new RateLimit(ofAddress / SECONDS, ofAddress, clock);
    }

    /** If there were too many requests: how long to wait. */
    Optional<Duration> wait(String link, String address) {
        return addresses.take(address).or(() -> links.take(FormToken.hashOf(link)));
    }
}
