package org.mailcontinuity.events.mode;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Finds the mode of an address, within the caller's transaction. */
final class ModeOfAddress {
    private static final String EVERYONE = "*";

    private final ModeRepository modes;
    private final Function<String, Collection<String>> groups;

    /** @param groups the ids of the user groups that cover an address */
    ModeOfAddress(ModeRepository modes, Function<String, Collection<String>> groups) {
        this.modes = modes;
        this.groups = groups;
    }

    AddressMode of(String address) {
        List<String> scopes = new ArrayList<>(groups.apply(address));
        scopes.add(EVERYONE);
        return new AddressMode(address, modes.of(scopes));
    }
}
