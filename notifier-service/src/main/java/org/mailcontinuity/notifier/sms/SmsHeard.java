package org.mailcontinuity.notifier.sms;

import java.util.Optional;

/** What a provider tells of its own accord. */
public sealed interface SmsHeard {
    /** The provider's name. */
    String provider();

    /**
     * What became of a segment.
     *
     * @param carrierId as the provider wrote it
     * @param words the provider's own, for people
     * @param number the phone's, digits only, where it says so
     */
    record Report(String provider, String carrierId, Fate fate, String words, Optional<String> number)
            implements SmsHeard {}

    /**
     * Somebody wrote to us.
     *
     * @param from the phone's number as the provider wrote it
     */
    record Text(String provider, String from, String to, String text) implements SmsHeard {}

    /** What can become of a segment. */
    enum Fate {
        ARRIVED,
        LOST,
        /** Nothing final yet. */
        UNDER_WAY
    }
}
