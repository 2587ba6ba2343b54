package org.mailcontinuity.events.people;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mailcontinuity.contracts.contact.ChannelType;
import org.mailcontinuity.contracts.contact.Contact;
import org.mailcontinuity.contracts.contact.ContactChannel;
import org.mailcontinuity.events.access.Holder;
import org.mailcontinuity.events.access.Role;
import org.mailcontinuity.events.contactgroup.ContactGroup;
import org.mailcontinuity.events.portal.Moment;
import org.mailcontinuity.events.proof.Proof;
import org.mailcontinuity.events.usergroup.UserGroup;

/** Draws the page of people. Pure. Times are in UTC, for the service does not know where its users are. */
final class PeoplePages {
    /** How many people are shown; the rest is in the API. */
    static final int MOST = 100;

    private static final ZoneId ZONE = ZoneId.of("UTC");

    private final Register register;
    private final Instant now;
    private final Map<UUID, String> names;

    private PeoplePages(Register register, Instant now) {
        this.register = register;
        this.now = now;
        this.names = register.contacts().stream().collect(Collectors.toMap(Contact::contactId, Contact::name));
    }

    /**
     * What there is to show.
     *
     * @param contacts one more than are shown, if there are more
     * @param tested when each was last tested, by id
     */
    record Register(
            List<Contact> contacts,
            Map<UUID, List<Proof>> proofs,
            Map<String, Instant> tested,
            List<ContactGroup> groups,
            List<UserGroup> audiences) {}

    static PeoplePage of(
            Holder holder, Register register, Optional<PeoplePage.Flash> flash, PeoplePage.Draft draft, Instant now) {
        PeoplePages pages = new PeoplePages(register, now);
        return new PeoplePage(
                holder.name(),
                holder.role() == Role.ADMIN,
                flash,
                register.contacts().stream().limit(MOST).map(pages::human).toList(),
                register.contacts().size() > MOST,
                register.groups().stream().map(pages::group).toList(),
                register.audiences().stream()
                        .map(group -> new PeoplePage.Audience(group.name(), group.description(), group.memberCount()))
                        .toList(),
                draft);
    }

    private PeoplePage.Human human(Contact contact) {
        Map<UUID, Proof> proofs = register.proofs().getOrDefault(contact.contactId(), List.of()).stream()
                .collect(Collectors.toMap(Proof::addressId, proof -> proof));
        String language = Locale.forLanguageTag(contact.locale()).getDisplayName(Locale.ENGLISH);
        return new PeoplePage.Human(
                contact.contactId(),
                contact.name(),
                language + ", " + contact.timeZone(),
                Optional.ofNullable(register.tested().get(contact.contactId().toString()))
                        .map(this::moment),
                contact.channels().stream()
                        .map(channel -> road(channel, Optional.ofNullable(proofs.get(channel.addressId()))))
                        .toList());
    }

    private PeoplePage.Road road(ContactChannel channel, Optional<Proof> proof) {
        Optional<Instant> success = proof.flatMap(Proof::lastSuccessAt);
        Optional<Instant> failure = proof.flatMap(Proof::lastFailureAt)
                .filter(at -> success.filter(at::isBefore).isEmpty());
        Optional<Instant> bad = proof.flatMap(Proof::badSince);
        Standing standing = bad.isPresent()
                ? Standing.BAD
                : failure.isPresent() ? Standing.FAILED : success.isPresent() ? Standing.WORKS : Standing.UNTRIED;
        return new PeoplePage.Road(
                channel.addressId(),
                title(channel.type()),
                shown(channel),
                standing.tone,
                standing.word,
                channel.verifiedAt().map(this::moment),
                success.map(at -> new PeoplePage.Worked(moment(at), proof.flatMap(Proof::lastVia))),
                bad.isPresent()
                        ? Optional.empty()
                        : failure.map(at -> new PeoplePage.Failed(moment(at), proof.flatMap(Proof::lastReply))),
                bad.map(at -> new PeoplePage.Failed(moment(at), proof.flatMap(Proof::badReason))),
                provable(channel.type()));
    }

    private PeoplePage.Group group(ContactGroup group) {
        List<String> known = group.contactIds().stream()
                .filter(names::containsKey)
                .map(names::get)
                .toList();
        int others = group.contactIds().size() - known.size();
        String more = others == 0 ? "" : known.isEmpty() ? others + " people" : " and " + others + " more";
        return new PeoplePage.Group(group.name(), String.join(", ", known) + more);
    }

    /** The path of a webhook's URL is often all that keeps others from posting there. */
    private static String shown(ContactChannel channel) {
        if (channel.type() == ChannelType.EMAIL || channel.type() == ChannelType.SMS) {
            return channel.address();
        }
        URI url = URI.create(channel.address());
        return url.getScheme() + "://" + url.getRawAuthority() + (url.getPath().length() > 1 ? "/…" : "");
    }

    static String title(ChannelType type) {
        return switch (type) {
            case EMAIL -> "Email";
            case SMS -> "SMS";
            case WEBHOOK -> "Webhook";
            case SLACK -> "Slack";
            case TEAMS -> "Teams";
            case PAGERDUTY -> "PagerDuty";
            case OPSGENIE -> "Opsgenie";
            case NTFY -> "ntfy";
            case ALERTMANAGER -> "Alertmanager";
            case UNKNOWN -> "Unknown";
        };
    }

    private static boolean provable(ChannelType type) {
        return switch (type) {
            case EMAIL, SMS, SLACK, TEAMS, NTFY -> true;
            case WEBHOOK, PAGERDUTY, OPSGENIE, ALERTMANAGER, UNKNOWN -> false;
        };
    }

    private Moment moment(Instant at) {
        return Moment.of(at, now, ZONE);
    }

    /** Whether an address works, as far as is known. */
    private enum Standing {
        BAD("down", "bad address"),
        FAILED("degraded", "last failed"),
        WORKS("ok", "works"),
        UNTRIED("calm", "never tried");

        private final String tone;
        private final String word;

        Standing(String tone, String word) {
            this.tone = tone;
            this.word = word;
        }
    }
}
