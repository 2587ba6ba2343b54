package org.mailcontinuity.events.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.mailcontinuity.contracts.alert.AlertStep;
import org.mailcontinuity.contracts.contact.QuietHours;

/**
 * Who is told of an alert, when, and how often.
 *
 * @param steps 1 to 10, in the order in which they come due
 * @param repeatInterval how often those told are told again while nobody acknowledges
 * @param quietHours when its alerts wait, and which do not
 * @param languages in which its alerts are told: a contact's own where it is among them, else the first; empty = each
 *     contact's own
 */
public record Policy(
        UUID id,
        long revision,
        String name,
        List<PolicyStep> steps,
        Duration repeatInterval,
        Optional<QuietHours> quietHours,
        List<String> languages,
        Instant createdAt,
        Instant updatedAt) {
    private static final int MOST_CONTACTS = 200;

    public Policy {
        steps = List.copyOf(steps);
        languages = List.copyOf(languages);
    }

    /**
     * The steps with groups replaced by their members, each contact once a step; a step that nobody is left in is left
     * out.
     *
     * @param members the contacts of each group
     */
    public List<AlertStep> resolved(Map<UUID, List<UUID>> members) {
        return steps.stream()
                .map(step -> new Reached(step, contacts(step, members)))
                .filter(reached -> !reached.contacts().isEmpty())
                .map(reached -> new AlertStep(
                        reached.step().afterUnacknowledged(),
                        reached.contacts(),
                        reached.step().channels()))
                .toList();
    }

    /** The contact groups that the steps name. */
    public List<UUID> groupIds() {
        return steps.stream()
                .flatMap(step -> step.groupIds().stream())
                .distinct()
                .toList();
    }

    /** The contacts that the steps name themselves. */
    List<UUID> contactIds() {
        return steps.stream()
                .flatMap(step -> step.contactIds().stream())
                .distinct()
                .toList();
    }

    private static List<UUID> contacts(PolicyStep step, Map<UUID, List<UUID>> members) {
        return Stream.concat(
                        step.contactIds().stream(),
                        step.groupIds().stream().flatMap(group -> members.getOrDefault(group, List.of()).stream()))
                .distinct()
                .limit(MOST_CONTACTS)
                .toList();
    }

    private record Reached(PolicyStep step, List<UUID> contacts) {}
}
