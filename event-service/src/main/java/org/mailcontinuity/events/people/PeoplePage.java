package org.mailcontinuity.events.people;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.mailcontinuity.contracts.contact.ChannelType;
import org.mailcontinuity.events.portal.Moment;

/**
 * What the page of people shows; the template adds nothing but mark-up.
 *
 * @param admin whether the user may change anything
 * @param more whether there are people beyond those shown
 */
public record PeoplePage(
        String user,
        boolean admin,
        Optional<Flash> flash,
        List<Human> people,
        boolean more,
        List<Group> groups,
        List<Audience> audiences,
        Draft draft) {

    /** The types of address that a form offers. */
    public List<Type> types() {
        return Type.ALL;
    }

    /** A type of address: its stable word, and its name for people. */
    public record Type(String name, String title) {
        private static final List<Type> ALL = Stream.of(ChannelType.values())
                .filter(type -> type != ChannelType.UNKNOWN)
                .map(type -> new Type(type.name(), PeoplePages.title(type)))
                .toList();
    }

    /** What came of what the user did. */
    public record Flash(String tone, String text) {}

    /**
     * A contact.
     *
     * @param told the language and zone of messages
     */
    public record Human(UUID id, String name, String told, Optional<Moment> lastTest, List<Road> roads) {}

    /**
     * An address.
     *
     * @param address as far as it is no secret
     * @param tone of {@code word}, which says whether it works
     * @param provable whether a person can read a code there
     */
    public record Road(
            UUID id,
            String type,
            String address,
            String tone,
            String word,
            Optional<Moment> verified,
            Optional<Worked> worked,
            Optional<Failed> failed,
            Optional<Failed> bad,
            boolean provable) {}

    /** When something was last handed over, or confirmed. */
    public record Worked(Moment at, Optional<String> via) {}

    /** When something failed, and what the other side said. */
    public record Failed(Moment at, Optional<String> reason) {}

    public record Group(String name, String members) {}

    public record Audience(String name, Optional<String> description, int members) {}

    /**
     * The form for somebody new, as it was filled in.
     *
     * @param open whether it is shown, for something in it was refused
     */
    public record Draft(
            boolean open,
            String name,
            String locale,
            String timeZone,
            String type,
            String address,
            String secondType,
            String secondAddress) {

        static Draft empty() {
            return new Draft(false, "", "en", "", "EMAIL", "", "SMS", "");
        }
    }
}
