package org.mailcontinuity.notifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.mailcontinuity.contracts.contact.ChannelType;
import org.mailcontinuity.contracts.contact.ContactChannel;
import org.mailcontinuity.notifier.sms.Gsm7;
import org.mailcontinuity.testbed.smpp.CentreMessage;
import org.mailcontinuity.testbed.smpp.ScriptedMessageCentre;

/** People with phones, behind the test's message centres. */
final class Phones {
    private static final Random RANDOM = new Random();
    private static final int JOINED = 0x40;

    private final NotifierStack.Peers peers;
    private final TestWorld world;

    Phones(NotifierStack.Peers peers, TestWorld world) {
        this.peers = peers;
        this.world = world;
    }

    static String number() {
        return "+43664" + (1_000_000 + RANDOM.nextInt(9_000_000));
    }

    UUID contact(String locale, String number) {
        UUID id = UUID.randomUUID();
        world.topics().write(world.person(id, locale, new ContactChannel(ChannelType.SMS, number, Optional.empty())));
        return id;
    }

    List<ScriptedMessageCentre> centres() {
        return List.of(peers.firstCentre(), peers.secondCentre());
    }

    /** The centre that took something for the phone. */
    ScriptedMessageCentre centreOf(String number) {
        return peers.firstCentre().messagesTo(number.substring(1)).isEmpty()
                ? peers.secondCentre()
                : peers.firstCentre();
    }

    /** What the phone got so far, segment by segment. */
    List<CentreMessage> segments(String number) {
        return centres().stream()
                .flatMap(centre -> centre.messagesTo(number.substring(1)).stream())
                .toList();
    }

    /** What the phone shows: complete texts only, the same one once. */
    List<String> texts(String number) {
        return centres().stream().flatMap(centre -> shown(centre, number)).toList();
    }

    /** The phone writes to us. */
    void write(String number, String text) {
        centres().stream()
                .filter(centre -> centre.binds() > 0)
                .findFirst()
                .orElseThrow()
                .text(number.substring(1), "436649999999", text);
    }

    private static Stream<String> shown(ScriptedMessageCentre centre, String number) {
        Map<Integer, List<CentreMessage>> texts = new LinkedHashMap<>();
        for (CentreMessage segment : centre.messagesTo(number.substring(1))) {
            texts.computeIfAbsent(segment.reference(), _ -> new ArrayList<>()).add(segment);
        }
        return texts.values().stream().flatMap(segments -> text(segments).stream());
    }

    private static Optional<String> text(List<CentreMessage> segments) {
        CentreMessage first = segments.getFirst();
        if ((first.esmClass() & JOINED) == 0) {
            return Optional.of(Gsm7.decode(first.octets()));
        }
        Map<Integer, String> parts = new LinkedHashMap<>();
        for (CentreMessage segment : segments) {
            byte[] octets = segment.octets();
            parts.put((int) octets[5], Gsm7.decode(Arrays.copyOfRange(octets, 6, octets.length)));
        }
        return parts.size() == first.octets()[4] ? Optional.of(String.join("", parts.values())) : Optional.empty();
    }
}
