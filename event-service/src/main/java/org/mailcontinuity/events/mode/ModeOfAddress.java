package org.mailcontinuity.events.mode;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.mailcontinuity.events.address.EmailAddress;

/** Finds the mode of an address, within the caller's transaction. */
final class ModeOfAddress {
    private static final String EVERYONE = "*";

    private final ModeRepository modes;
    private final Function<EmailAddress, Collection<UUID>> groups;

    /** @param groups the ids of the user groups that cover an address */
    ModeOfAddress(ModeRepository modes, Function<EmailAddress, Collection<UUID>> groups) {
        this.modes = modes;
        this.groups = groups;
    }

    AddressMode of(EmailAddress address) {
        List<String> scopes = new ArrayList<>(List.of(EVERYONE));
        groups.apply(address).forEach(group -> scopes.add(group.toString()));
        return new AddressMode(address.toString(), scopes, modes.of(scopes));
    }
}
