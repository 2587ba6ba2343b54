package org.mailcontinuity.events.contact;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.mailcontinuity.contracts.contact.ChannelType;
import org.mailcontinuity.contracts.contact.Contact;
import org.mailcontinuity.contracts.contact.ContactChannel;
import org.mailcontinuity.events.address.DomainName;
import org.mailcontinuity.events.address.EmailAddress;
import org.mailcontinuity.events.problem.Violation;

/** Rules of contacts that go beyond their form. */
final class ContactRules {
    private ContactRules() {}

    /** Every rule that {@code request} breaks; empty for a sound one. */
    static List<Violation> check(ContactRequest request) {
        List<Violation> found = new ArrayList<>();
        if (!QuietHoursRules.zoneExists(request.timeZone())) {
            found.add(new Violation("timeZone", "TIME_ZONE", "must be an IANA time zone, such as Europe/Berlin"));
        }
        request.quietHours().ifPresent(quiet -> QuietHoursRules.check(quiet, found));
        Set<String> seen = new HashSet<>();
        IntStream.range(0, request.channels().size()).forEach(index -> {
            ChannelRequest channel = request.channels().get(index);
            Optional<ContactChannel> stored = ChannelAddress.stored(channel);
            String field = "channels[" + index + "].address";
            if (stored.isEmpty()) {
                found.add(new Violation(field, "ADDRESS", ChannelAddress.rule(channel.type())));
            } else if (!seen.add(channel.type() + stored.get().address())) {
                found.add(new Violation(field, "DISTINCT", "must be named once"));
            }
        });
        return List.copyOf(found);
    }

    /**
     * The domain whose failure would silence this contact: where every road to them is email, and all of it goes to
     * watched domains.
     *
     * @param watched whether a monitor watches the mail of a domain
     */
    static Optional<String> brokenRoad(List<ContactChannel> channels, Predicate<String> watched) {
        boolean allWatched = channels.stream()
                .allMatch(channel -> channel.type() == ChannelType.EMAIL
                        && domain(channel).filter(watched).isPresent());
        return allWatched ? channels.stream().findFirst().flatMap(ContactRules::domain) : Optional.empty();
    }

    /** As {@link #brokenRoad}, of a contact that is there already, should {@code domain} be watched as well. */
    static boolean wouldBeSilenced(Contact contact, String domain, Predicate<String> watched) {
        return brokenRoad(contact.channels(), watched).isEmpty()
                && brokenRoad(contact.channels(), watched.or(domain::equals)).isPresent();
    }

    private static Optional<String> domain(ContactChannel channel) {
        return EmailAddress.parse(channel.address()).map(EmailAddress::domain).map(DomainName::text);
    }
}
