package org.mailcontinuity.contracts.sample;

import java.util.Optional;
import org.mailcontinuity.contracts.Require;

/**
 * How often a mail system gave a reply, or got it.
 *
 * @param code of SMTP, 200 to 599
 * @param enhanced the enhanced status code (RFC 3463), where one was seen
 */
public record ReplyCount(int code, Optional<String> enhanced, long count) {
    public ReplyCount {
        Require.range("volume.replies.code", code, 200, 599);
        enhanced.ifPresent(value -> Reply.requireEnhanced("volume.replies.enhanced", value));
        Require.range("volume.replies.count", count, 1, Long.MAX_VALUE);
    }
}
