package org.mailcontinuity.notifier.channel;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mailcontinuity.notifier.contact.Address;
import org.mailcontinuity.notifier.template.Facts;
import org.mailcontinuity.notifier.template.Wording;

/**
 * A message on its way to one person.
 *
 * @param id the delivery's id: the same each time this is sent
 * @param threadId what it is about: messages with the same one belong together
 * @param notice such as {@code FIRING}
 * @param link the portal page, for this person only
 */
public record Outgoing(
        UUID id, UUID threadId, String notice, Address address, Wording wording, Facts facts, Optional<URI> link) {

    /** The text for places where the link stands beside it. */
    public String textWithoutLink() {
        return link.map(URI::toString)
                .map(url -> wording.text()
                        .lines()
                        .filter(line -> !line.contains(url))
                        .collect(Collectors.joining("\n"))
                        .strip())
                .orElse(wording.text().strip());
    }
}
