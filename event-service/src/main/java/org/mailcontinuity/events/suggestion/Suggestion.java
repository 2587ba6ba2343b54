package org.mailcontinuity.events.suggestion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailcontinuity.contracts.sample.Route;

/**
 * What is proposed for a domain.
 *
 * @param provider who takes its mail in, where recognised
 * @param sender who sends its mail out, where recognised and another than {@code provider}
 * @param monitorable whether a monitor of inbound mail makes sense at all
 * @param submission where an outbound check would hand in its message
 * @param notes what is worth knowing, one sentence each
 */
record Suggestion(
        String domain,
        DomainRecords records,
        Optional<MailProvider> provider,
        Optional<MailProvider> sender,
        boolean monitorable,
        Optional<Route> submission,
        List<String> notes) {

    static Suggestion of(String domain, DomainRecords records) {
        Optional<MailProvider> provider = MailProvider.ofMx(records.mx());
        Optional<MailProvider> sender = records.spf()
                .flatMap(MailProvider::ofSpf)
                .filter(found -> provider.isEmpty() || found != provider.get());
        return new Suggestion(
                domain,
                records,
                provider,
                sender,
                !records.nullMx(),
                sender.flatMap(MailProvider::submission).or(() -> provider.flatMap(MailProvider::submission)),
                notes(domain, records, provider, sender));
    }

    private static List<String> notes(
            String domain, DomainRecords records, Optional<MailProvider> provider, Optional<MailProvider> sender) {
        List<String> notes = new ArrayList<>();
        if (records.nullMx()) {
            notes.add("%s says that it takes no mail (null MX, RFC 7505).".formatted(domain));
        } else if (records.mx().isEmpty()) {
            notes.add("%s has no MX record: senders fall back to the address of the domain itself.".formatted(domain));
        } else if (records.mx().size() == 1 && provider.isEmpty()) {
            notes.add("There is one MX only: if %s is down, nothing else takes the mail."
                    .formatted(records.mx().getFirst().host()));
        }
        provider.ifPresent(found -> notes.add("Mail comes in through %s.".formatted(found.title())));
        sender.ifPresent(found -> notes.add("SPF names %s as a sender of its mail.".formatted(found.title())));
        if (records.spf().isEmpty()) {
            notes.add("There is no single SPF record: receivers may distrust its mail.");
        }
        return List.copyOf(notes);
    }
}
