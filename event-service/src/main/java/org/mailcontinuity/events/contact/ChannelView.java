package org.mailcontinuity.events.contact;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.contact.ChannelType;
import org.mailcontinuity.contracts.contact.ContactChannel;
import org.mailcontinuity.events.proof.Proof;

/**
 * A road to a person as the API shows it.
 *
 * @param addressId names the address in calls and in what the notifier reports
 * @param verifiedAt when the person proved that it is theirs
 * @param lastSuccessAt when something was last handed over for it, or confirmed
 * @param lastVia by which relay, provider or host
 * @param lastFailureAt when something last failed for good
 * @param lastReply what the other side last said about a failure
 * @param badSince since when the address itself is refused
 * @param badReason why, as the other side said it
 */
record ChannelView(
        UUID addressId,
        ChannelType type,
        String address,
        Optional<String> credential,
        Optional<Instant> verifiedAt,
        Optional<Instant> lastSuccessAt,
        Optional<String> lastVia,
        Optional<Instant> lastFailureAt,
        Optional<String> lastReply,
        Optional<Instant> badSince,
        Optional<String> badReason) {

    static ChannelView of(ContactChannel channel, Optional<Proof> proof) {
        return new ChannelView(
                channel.addressId(),
                channel.type(),
                channel.address(),
                channel.credential(),
                channel.verifiedAt(),
                proof.flatMap(Proof::lastSuccessAt),
                proof.flatMap(Proof::lastVia),
                proof.flatMap(Proof::lastFailureAt),
                proof.flatMap(Proof::lastReply),
                proof.flatMap(Proof::badSince),
                proof.flatMap(Proof::badReason));
    }
}
