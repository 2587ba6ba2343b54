package org.mailcontinuity.probe.arrival;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.mailcontinuity.contracts.arrival.Arrival;
import org.mailcontinuity.probe.smtp.PrintableText;

/**
 * Decides what the receiver takes: only mail to an address that carries a genuine, recent token, and of that only what
 * carries the same token in its header, once. Safe for many threads.
 */
public final class ArrivalDesk {
    private static final Duration OLDEST = Duration.ofDays(1);
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);
    private static final int MOST_REMEMBERED = 100_000;
    private static final int MOST_HOPS = 30;
    private static final int LONGEST_HOP = 500;

    private final String domain;
    private final TokenSeal seal;
    private final Place place;
    private final InstantSource clock;
    private final Consumer<Arrival> told;
    private final ReceiverCounts counts = new ReceiverCounts();
    private final Set<UUID> seen = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
            return size() > MOST_REMEMBERED;
        }
    }));

    /** Where the receiver stands. */
    public record Place(String vantage, String worker) {}

    /** @param domain the part of the addresses after the at sign, any case */
    public ArrivalDesk(String domain, TokenSeal seal, Place place, InstantSource clock, Consumer<Arrival> told) {
        this.domain = domain.toLowerCase(Locale.ROOT);
        this.seal = seal;
        this.place = place;
        this.clock = clock;
        this.told = told;
    }

    /** What the address claims; empty if it is none of ours, which is counted. */
    Optional<TokenSeal.Claim> claimOf(String address) {
        int at = address.lastIndexOf('@');
        Optional<TokenSeal.Claim> claim = Optional.of(address)
                .filter(_ -> at > 0 && address.substring(at + 1).equalsIgnoreCase(domain))
                .flatMap(_ -> seal.openLocalPart(address.substring(0, at)))
                .filter(opened -> isRecent(opened.sentAt()));
        if (claim.isEmpty()) {
            counts.refused.increment();
        }
        return claim;
    }

    /** Takes a message that was addressed to {@code claim}, and tells of it if it is genuine and new. */
    void take(TokenSeal.Claim claim, HeaderReader header, boolean tls) {
        Optional<Token> token = header.fields(TokenSeal.HEADER).stream()
                .map(seal::openHeader)
                .flatMap(Optional::stream)
                .filter(opened -> opened.sampleId().equals(claim.sampleId()))
                .findFirst();
        if (token.isEmpty()) {
            counts.dropped.increment();
        } else if (!seen.add(claim.sampleId())) {
            counts.replayed.increment();
        } else {
            counts.arrived.increment();
            told.accept(arrival(token.get(), header, tls));
        }
    }

    public ReceiverCounts counts() {
        return counts;
    }

    private Arrival arrival(Token token, HeaderReader header, boolean tls) {
        List<String> hops = header.fields("Received").stream()
                .map(PrintableText::of)
                .filter(hop -> !hop.isEmpty())
                .map(hop -> hop.length() > LONGEST_HOP ? hop.substring(0, LONGEST_HOP) : hop)
                .limit(MOST_HOPS)
                .toList();
        return new Arrival(
                token.monitorId(),
                token.sampleId(),
                token.sentAt(),
                clock.instant(),
                place.vantage(),
                place.worker(),
                tls,
                hops);
    }

    private boolean isRecent(Instant sentAt) {
        Instant now = clock.instant();
        return sentAt.isAfter(now.minus(OLDEST)) && sentAt.isBefore(now.plus(CLOCKS_APART));
    }
}
