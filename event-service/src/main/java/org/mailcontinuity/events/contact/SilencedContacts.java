package org.mailcontinuity.events.contact;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.mailcontinuity.contracts.contact.Contact;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.events.monitor.MonitorGuard;
import org.mailcontinuity.events.problem.Refusal;

/** Refuses to watch a domain whose failure would leave a contact without any road. */
final class SilencedContacts implements MonitorGuard {
    private static final int MOST_NAMED = 5;

    private final Function<String, List<Contact>> withEmailIn;
    private final Predicate<String> watched;

    SilencedContacts(Function<String, List<Contact>> withEmailIn, Predicate<String> watched) {
        this.withEmailIn = withEmailIn;
        this.watched = watched;
    }

    @Override
    public Optional<Refusal> refusal(MonitorDefinition definition) {
        String domain = definition.domain();
        if (watched.test(domain)) {
            return Optional.empty();
        }
        List<Contact> silenced = withEmailIn.apply(domain).stream()
                .filter(contact -> ContactRules.wouldBeSilenced(contact, domain, watched))
                .toList();
        if (silenced.isEmpty()) {
            return Optional.empty();
        }
        String names = silenced.stream().limit(MOST_NAMED).map(Contact::name).collect(Collectors.joining(", "));
        String more = silenced.size() > MOST_NAMED ? " and %d more".formatted(silenced.size() - MOST_NAMED) : "";
        return Optional.of(new Refusal.Conflict(
                "CONTACT_ONLY_IN_WATCHED_DOMAIN",
                "If the mail of %s fails, nothing reaches %s%s: give them an address in another domain or a webhook first."
                        .formatted(domain, names, more)));
    }
}
