package org.mailcontinuity.notifier.delivery;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.mailcontinuity.contracts.DerivedId;
import org.mailcontinuity.contracts.contact.ChannelType;
import org.mailcontinuity.notifier.channel.Attempt;
import org.mailcontinuity.notifier.channel.Channel;
import org.mailcontinuity.notifier.channel.Outgoing;
import org.mailcontinuity.notifier.contact.Address;
import org.mailcontinuity.notifier.contact.Person;
import org.mailcontinuity.notifier.link.PortalLinks;
import org.mailcontinuity.notifier.link.ReplyCodes;
import org.mailcontinuity.notifier.template.Digest;
import org.mailcontinuity.notifier.template.Facts;
import org.mailcontinuity.notifier.template.Notices;
import org.mailcontinuity.notifier.template.Reader;
import org.mailcontinuity.notifier.template.Wording;

/** Words a delivery for its reader, with a link made for it, and hands it to its channel. No transaction may be open. */
public final class Courier {
    private static final Logger LOG = Logger.getLogger(Courier.class);

    /** One thread, one incident, for all that is wrong with the notifier itself. */
    private static final UUID SELF = DerivedId.of("notifier");

    private final Map<String, Channel> channels;
    private final Notices notices;
    private final PortalLinks links;
    private final ReplyCodes codes;
    private final InstantSource clock;

    Courier(Iterable<Channel> channels, Notices notices, PortalLinks links, ReplyCodes codes, InstantSource clock) {
        this.channels = StreamSupport.stream(channels.spliterator(), false)
                .collect(Collectors.toUnmodifiableMap(Channel::name, Function.identity()));
        this.notices = notices;
        this.links = links;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * Sends a delivery once.
     *
     * @return what was tried, at least one; the last one is the verdict
     */
    public List<Attempt> send(DeliveryKey key, Facts facts, Person person) {
        Notice notice = key.notice();
        return send(key.id(), key.subjectId(), notice.name(), key.address(), facts, person, key.round());
    }

    /** Sends a test over one address of a person, as {@code id}. */
    public List<Attempt> test(UUID id, Address address, Person person, Facts.OfTest test) {
        return send(id, id, "TEST", address, test, person, 0);
    }

    /** Tells an operator what is wrong with the notifier itself. */
    public List<Attempt> operator(UUID id, Address address, Locale language, Facts.OfSelf self) {
        Person operator = new Person(id, "operator", language, ZoneOffset.UTC, List.of(address), Optional.empty());
        return send(id, SELF, "LATE", address, self, operator, 0);
    }

    /** Whether people read what goes to {@code address}. */
    boolean readByPeople(Address address) {
        Channel channel = channels.get(address.channel());
        return channel != null && channel.readByPeople();
    }

    /**
     * Tells several things to one address in one message, as {@code id}.
     *
     * @param held at least two, to the same address of the same person
     */
    public List<Attempt> digest(UUID id, List<Deliveries.Held> held, Person person) {
        DeliveryKey first = held.getFirst().key();
        return guarded(id, first.address(), channel -> {
            Reader reader = reader(person, held.getFirst().facts());
            List<Digest.Line> lines = held.stream()
                    .map(one -> new Digest.Line(
                            word(one.key().notice().name(), one.facts(), person, 0, Optional.empty())
                                    .subject(),
                            link(one.facts(), person)))
                    .toList();
            Wording wording = notices.digest(new Digest(lines), reader);
            Facts facts = held.getFirst().facts();
            return channel.send(
                    new Outgoing(id, id, first.notice().name(), first.address(), wording, facts, link(facts, person)));
        });
    }

    private List<Attempt> send(
            UUID id, UUID thread, String notice, Address address, Facts facts, Person person, int round) {
        return guarded(
                id,
                address,
                channel -> channel.send(new Outgoing(
                        id,
                        thread,
                        notice,
                        address,
                        word(notice, facts, person, round, code(address, facts, person)),
                        facts,
                        link(facts, person))));
    }

    private Wording word(String notice, Facts facts, Person person, int round, Optional<String> code) {
        String template = facts instanceof Facts.OfEvent event && event.forUsers() ? "user" + notice : notice;
        return notices.word(
                template.toLowerCase(Locale.ROOT), facts, reader(person, facts), link(facts, person), round, code);
    }

    private Optional<URI> link(Facts facts, Person person) {
        return facts.alertId().map(alertId -> links.link(alertId, person.contactId(), clock.instant()));
    }

    private static Reader reader(Person person, Facts facts) {
        List<String> languages = facts instanceof Facts.OfAlert alert ? alert.languages() : List.of();
        return new Reader(person.name(), Reader.locale(person.locale(), languages), person.zone());
    }

    private List<Attempt> guarded(UUID id, Address address, Function<Channel, List<Attempt>> sending) {
        Channel channel = channels.get(address.channel());
        if (channel == null) {
            return List.of(own(Attempt.Refused.thisMessage("this notifier has no channel " + address.channel())));
        }
        try {
            return sending.apply(channel);
        } catch (RuntimeException e) {
            // A fault of ours on one road must not keep the others from being tried.
            LOG.errorf(e, "delivery not possible delivery=%s channel=%s", id, address.channel());
            return List.of(own(Attempt.PutOff.because("fault of the notifier: " + e.getMessage())));
        }
    }

    /** The code by which the person can answer, where that is possible. */
    private Optional<String> code(Address address, Facts facts, Person person) {
        return address.channel().equals(ChannelType.SMS.name())
                ? facts.alertId().flatMap(alertId -> codes.code(alertId, person.contactId(), address.value()))
                : Optional.empty();
    }

    private Attempt own(Attempt.Answer answer) {
        return new Attempt("notifier", clock.instant(), Duration.ZERO, answer);
    }
}
