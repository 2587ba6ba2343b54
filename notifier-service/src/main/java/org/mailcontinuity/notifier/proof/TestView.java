package org.mailcontinuity.notifier.proof;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.mailcontinuity.notifier.channel.Attempt;
import org.mailcontinuity.notifier.contact.Address;

/** What came of a test, address by address. */
public record TestView(UUID contactId, List<Result> results) {

    /**
     * @param outcome {@code SENT}, {@code CONFIRMED} or {@code FAILED}: a test is not tried again
     * @param via the relay, provider or host that was asked last
     */
    public record Result(
            String channel, String address, String outcome, String via, String reply, Instant at, long tookMillis) {

        static Result of(Address address, List<Attempt> attempts) {
            Attempt last = attempts.getLast();
            String outcome = switch (last.answer()) {
                case Attempt.Accepted accepted -> accepted.confirmed() ? "CONFIRMED" : "SENT";
                case Attempt.PutOff putOff -> "FAILED";
                case Attempt.Refused refused -> "FAILED";
            };
            long took = attempts.stream()
                    .mapToLong(attempt -> attempt.took().toMillis())
                    .sum();
            return new Result(
                    address.channel(),
                    address.value(),
                    outcome,
                    last.via(),
                    last.answer().reply(),
                    last.at(),
                    took);
        }
    }
}
