package org.mailcontinuity.detection.observation;

/**
 * Messages of real mail in the span from {@code scheduledAt} to {@code completedAt} of the observation. None is negative.
 */
public record Traffic(long accepted, long deferred, long rejected) {
    public Traffic {
        if (accepted < 0 || deferred < 0 || rejected < 0) {
            throw new IllegalArgumentException("traffic counts must not be negative");
        }
    }
}
