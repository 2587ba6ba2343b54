package org.mailcontinuity.events.paging;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * The last item of a page: the next page holds what is older. Opaque to callers.
 *
 * @param at the item's time, to the millisecond
 * @param id the item's id, which orders items of the same time
 */
public record Cursor(Instant at, UUID id) {
    public String encoded() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((at.toEpochMilli() + "." + id).getBytes(StandardCharsets.US_ASCII));
    }

    /** Empty where {@code text} was not made by {@link #encoded}. */
    public static Optional<Cursor> decode(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            int dot = plain.indexOf('.');
            if (dot < 1) {
                return Optional.empty();
            }
            return Optional.of(new Cursor(
                    Instant.ofEpochMilli(Long.parseLong(plain.substring(0, dot))),
                    UUID.fromString(plain.substring(dot + 1))));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
