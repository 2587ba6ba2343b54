package org.mailcontinuity.events.paging;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.events.problem.Refusal;
import org.mailcontinuity.events.problem.RefusedException;

/**
 * Which page of a list is asked for.
 *
 * @param limit the most items to return, 1 to 200
 * @param after the last item of the page before; absent for the first page
 * @param uri the request's URI, from which the link to the next page is made
 */
public record PageRequest(int limit, Optional<Cursor> after, URI uri) {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MOST = 200;

    /**
     * @param limit the query parameter {@code limit}, or null
     * @param cursor the query parameter {@code cursor}, or null
     * @throws RefusedException if one of them breaks its rule
     */
    public static PageRequest of(@Nullable Integer limit, @Nullable String cursor, URI uri) {
        int wanted = limit == null ? DEFAULT_LIMIT : limit;
        if (wanted < 1 || wanted > MOST) {
            throw new RefusedException(Refusal.Invalid.of("limit", "RANGE", "must be from 1 to " + MOST));
        }
        if (cursor == null || cursor.isEmpty()) {
            return new PageRequest(wanted, Optional.empty(), uri);
        }
        Cursor after = Cursor.decode(cursor)
                .orElseThrow(() -> new RefusedException(
                        Refusal.Invalid.of("cursor", "CURSOR", "must be one that a page's link gave")));
        return new PageRequest(wanted, Optional.of(after), uri);
    }

    /** How many rows to fetch: one more than shown tells whether there is a next page. */
    public int fetch() {
        return limit + 1;
    }
}
