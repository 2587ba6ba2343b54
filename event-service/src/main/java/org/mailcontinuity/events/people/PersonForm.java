package org.mailcontinuity.events.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.mailcontinuity.contracts.contact.ChannelType;
import org.mailcontinuity.events.contact.ChannelRequest;
import org.mailcontinuity.events.contact.ContactRequest;

/** The form for somebody new. Pure. */
final class PersonForm {
    private PersonForm() {}

    /** @param field gives the text of a field, empty where there is none */
    static PeoplePage.Draft read(UnaryOperator<String> field) {
        return new PeoplePage.Draft(
                true,
                field.apply("name"),
                field.apply("locale"),
                field.apply("timeZone"),
                field.apply("type"),
                field.apply("address"),
                field.apply("secondType"),
                field.apply("secondAddress"));
    }

    static ContactRequest request(PeoplePage.Draft draft) {
        List<ChannelRequest> channels = new ArrayList<>();
        add(channels, draft.type(), draft.address());
        add(channels, draft.secondType(), draft.secondAddress());
        String zone = draft.timeZone().isBlank() ? "UTC" : draft.timeZone().strip();
        String locale = draft.locale().isBlank() ? "en" : draft.locale();
        return new ContactRequest(draft.name().strip(), locale, zone, channels, Optional.empty());
    }

    private static void add(List<ChannelRequest> channels, String type, String address) {
        if (!address.isBlank()) {
            channels.add(new ChannelRequest(type(type), address.strip(), Optional.empty()));
        }
    }

    private static ChannelType type(String word) {
        for (ChannelType type : ChannelType.values()) {
            if (type.name().equals(word)) {
                return type;
            }
        }
        return ChannelType.UNKNOWN;
    }
}
