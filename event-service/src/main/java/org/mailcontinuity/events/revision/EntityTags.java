package org.mailcontinuity.events.revision;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.events.problem.Refusal;
import org.mailcontinuity.events.problem.RefusedException;

/** A resource's revision as its entity tag (RFC 9110, 8.8.3), and the conditions on it. */
public final class EntityTags {
    private EntityTags() {}

    /** The value of the header ETag. */
    public static String of(long revision) {
        return "\"" + revision + "\"";
    }

    /**
     * Checks that a change is meant for {@code revision}.
     *
     * @param ifMatch the header If-Match, or null
     * @throws RefusedException 428 where the header is missing, 412 where it names another revision
     */
    public static void require(@Nullable String ifMatch, long revision) {
        refusal(ifMatch, revision).ifPresent(refusal -> {
            throw new RefusedException(refusal);
        });
    }

    /** As {@link #require}, but where the header is missing nothing is checked: for POST actions on a resource. */
    public static void check(@Nullable String ifMatch, long revision) {
        if (ifMatch != null) {
            require(ifMatch, revision);
        }
    }

    /** Whether the header If-None-Match names {@code tag}. */
    public static boolean noneMatch(@Nullable String ifNoneMatch, String tag) {
        return ifNoneMatch == null || !names(ifNoneMatch, tag);
    }

    static Optional<Refusal> refusal(@Nullable String ifMatch, long revision) {
        if (ifMatch == null || ifMatch.isBlank()) {
            return Optional.of(new Refusal.RevisionMissing());
        }
        return names(ifMatch, of(revision)) ? Optional.empty() : Optional.of(new Refusal.Outdated(ifMatch, revision));
    }

    /** Proxies that compress weaken tags; a revision stays the same one. */
    private static boolean names(String header, String tag) {
        return Arrays.stream(header.split(",", -1))
                .map(String::strip)
                .map(given -> given.startsWith("W/") ? given.substring(2) : given)
                .anyMatch(given -> given.equals("*") || given.equals(tag));
    }
}
