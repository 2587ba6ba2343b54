package org.mailcontinuity.events.mode;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The mode of one address: on while the mode of any of its scopes is.
 *
 * @param scopes everyone, and the groups that cover the address
 * @param modes the modes of everyone and of the groups that cover the address, on or off, as far as they ever were on
 */
record AddressMode(String address, List<String> scopes, List<Mode> modes) {
    AddressMode {
        scopes = scopes.stream().sorted().toList();
        modes = modes.stream().sorted(Comparator.comparing(Mode::scope)).toList();
    }

    boolean isOn() {
        return modes.stream().anyMatch(Mode::isOn);
    }

    Optional<Instant> since() {
        return modes.stream().flatMap(mode -> mode.since().stream()).min(Instant::compareTo);
    }

    Optional<Instant> until() {
        return modes.stream().flatMap(mode -> mode.until().stream()).max(Instant::compareTo);
    }

    SortedMap<UUID, Instant> events() {
        TreeMap<UUID, Instant> all = new TreeMap<>();
        modes.forEach(mode -> all.putAll(mode.events()));
        return all;
    }

    /** Changes exactly when the answer may: with the scopes of the address, and with their modes. */
    String tag() {
        return tag(scopes, modes);
    }

    static String tag(List<String> scopes, List<Mode> modes) {
        String state = modes.stream()
                .map(mode -> mode.scope() + "=" + mode.revision())
                .collect(Collectors.joining(",", scopes + ";", ""));
        return "\"" + UUID.nameUUIDFromBytes(state.getBytes(StandardCharsets.UTF_8)) + "\"";
    }
}
