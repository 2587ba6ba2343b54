package org.mailcontinuity.contracts.sample;

import java.util.List;
import org.mailcontinuity.contracts.Require;

/**
 * Messages that a mail system accepted, deferred and rejected in an interval, by its own log. None is negative.
 *
 * @param replies the most frequent replies that deferred or rejected, most frequent first, at most 10
 */
public record Volume(long accepted, long deferred, long rejected, List<ReplyCount> replies) {
    public Volume {
        Require.range("volume.accepted", accepted, 0, Long.MAX_VALUE);
        Require.range("volume.deferred", deferred, 0, Long.MAX_VALUE);
        Require.range("volume.rejected", rejected, 0, Long.MAX_VALUE);
        replies = Require.list("volume.replies", replies, 10);
    }

    public Volume(long accepted, long deferred, long rejected) {
        this(accepted, deferred, rejected, List.of());
    }
}
