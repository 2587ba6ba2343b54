package org.mailcontinuity.notifier.sms;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Submissions kept in memory. */
public final class KeptSubmissions implements Submissions {
    private final List<Submission> kept = new CopyOnWriteArrayList<>();

    @Override
    public Set<Integer> taken(UUID messageId, String provider) {
        return kept.stream()
                .filter(one ->
                        one.messageId().equals(messageId) && one.provider().equals(provider))
                .map(Submission::segment)
                .collect(Collectors.toSet());
    }

    @Override
    public void take(Submission submission) {
        kept.add(submission);
    }

    public List<Submission> all() {
        return List.copyOf(kept);
    }
}
