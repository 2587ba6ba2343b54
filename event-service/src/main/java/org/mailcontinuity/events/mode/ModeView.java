package org.mailcontinuity.events.mode;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The mode of a scope or an address.
 *
 * @param scope the id of a user group, or {@code *} for everyone; absent for an address
 * @param address absent for a scope
 * @param until when the last of the events ends, as things stand
 */
record ModeView(
        Optional<String> scope,
        Optional<String> address,
        boolean active,
        Optional<Instant> since,
        Optional<Instant> until,
        List<EventView> events) {

    static ModeView of(Mode mode) {
        return new ModeView(
                Optional.of(mode.scope()),
                Optional.empty(),
                mode.isOn(),
                mode.since(),
                mode.until(),
                EventView.of(mode.events()));
    }

    static ModeView of(AddressMode mode) {
        return new ModeView(
                Optional.empty(),
                Optional.of(mode.address()),
                mode.isOn(),
                mode.since(),
                mode.until(),
                EventView.of(mode.events()));
    }

    /** An active event and when it ends. */
    record EventView(UUID id, Instant until) {
        static List<EventView> of(Map<UUID, Instant> events) {
            return events.entrySet().stream()
                    .map(event -> new EventView(event.getKey(), event.getValue()))
                    .toList();
        }
    }
}
