package org.mailcontinuity.contracts.audience;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.mailcontinuity.contracts.DerivedId;
import org.mailcontinuity.contracts.Require;

/**
 * A member of a user group.
 *
 * @param address {@code ada@example.org}, or {@code @example.org} for everyone in that domain, to whom as such nothing can
 *     be sent
 * @param name the person's, at most 100 characters
 * @param phone an E.164 number
 * @param otherEmail an address elsewhere, which works while the person's own does not
 * @param language of messages to them, such as {@code en} or {@code de-AT}
 */
public record AudienceMember(
        String address,
        Optional<String> name,
        Optional<String> phone,
        Optional<String> otherEmail,
        Optional<String> language) {
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Z]{2})?");
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{3,14}");

    public AudienceMember {
        Require.text("members.address", address, 2, 320);
        Require.optionalText("members.name", name, 100);
        phone.ifPresent(number -> Require.matching("members.phone", number, E164, "must be an E.164 number"));
        Require.optionalText("members.otherEmail", otherEmail, 320);
        language.ifPresent(tag ->
                Require.matching("members.language", tag, LANGUAGE, "must be a language tag such as en or de-AT"));
    }

    /** The same for the same address, in whichever group: stands where a contact's id would. */
    public UUID id() {
        return DerivedId.of("audience-member", address);
    }

    /** Whether it stands for everyone in a domain. */
    public boolean wholeDomain() {
        return address.startsWith("@");
    }
}
