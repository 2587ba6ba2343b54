package org.mailcontinuity.events.usergroup;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mailcontinuity.contracts.Require;

/**
 * A member as a caller wants it; one of whom nothing more is to be said may be given as a text alone.
 *
 * @param address {@code ada@example.org}, or {@code @example.org} for everyone in that domain
 * @param phone with its country code: for messages by SMS
 * @param otherEmail an address elsewhere, which works while the person's own does not
 * @param language of messages to the person
 */
@Schema(
        description = "A member: an object as here, or its address alone as a text",
        example = "{\"address\": \"ada@example.org\", \"phone\": \"+44 20 7946 0958\", \"language\": \"en\"}")
record MemberRequest(
        String address,
        Optional<String> name,
        Optional<String> phone,
        Optional<String> otherEmail,
        Optional<String> language) {
    MemberRequest {
        address = Require.orElse(address, "");
        name = Require.orElse(name, Optional.empty());
        phone = Require.orElse(phone, Optional.empty());
        otherEmail = Require.orElse(otherEmail, Optional.empty());
        language = Require.orElse(language, Optional.empty());
    }

    /** Found by Jackson for a text in the place of an object. */
    static MemberRequest valueOf(String address) {
        return new MemberRequest(address, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static MemberRequest of(Member member) {
        return new MemberRequest(
                member.address(), member.name(), member.phone(), member.otherEmail(), member.language());
    }
}
