package org.mailcontinuity.events.usergroup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mailcontinuity.events.address.DomainName;
import org.mailcontinuity.events.address.EmailAddress;
import org.mailcontinuity.events.address.PhoneNumber;

/**
 * A member of a user group in stored form.
 *
 * @param address {@code ada@example.org}, or {@code @example.org} for everyone in that domain (its subdomains not included)
 * @param name the person's
 * @param phone in E.164 form
 * @param otherEmail an address elsewhere, which works while the person's own does not
 * @param language of messages to the person, such as {@code de}
 */
record Member(
        String address,
        Optional<String> name,
        Optional<String> phone,
        Optional<String> otherEmail,
        Optional<String> language) {
    static final String RULE = "must be an address, such as ada@example.org, or a whole domain, such as @example.org";

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Z]{2})?");
    private static final int LONGEST_NAME = 100;

    /** What a person wrote, read: a member, or what is wrong with it. */
    sealed interface Reading {
        record Sound(Member member) implements Reading {}

        /** {@code field} of the member breaks {@code rule} with {@code value}. */
        record Broken(String field, String rule, String value) implements Reading {}
    }

    /** Reads what a person wrote. An empty cell is none. */
    static Reading read(MemberRequest written) {
        Optional<String> address = address(written.address());
        Optional<String> phone = given(written.phone());
        Optional<String> storedPhone = phone.flatMap(PhoneNumber::parse).map(PhoneNumber::text);
        Optional<String> other = given(written.otherEmail());
        Optional<String> storedOther = other.flatMap(EmailAddress::parse).map(EmailAddress::toString);
        Optional<String> name = given(written.name());
        Optional<String> language = given(written.language());
        List<Reading.Broken> broken = new ArrayList<>();
        if (address.isEmpty()) {
            broken.add(new Reading.Broken("address", RULE, written.address()));
        }
        if (phone.isPresent() && storedPhone.isEmpty()) {
            broken.add(new Reading.Broken("phone", PhoneNumber.RULE, phone.get()));
        }
        if (other.isPresent() && storedOther.isEmpty()) {
            broken.add(new Reading.Broken(
                    "otherEmail", "must be an email address, such as ada@home.example", other.get()));
        }
        name.filter(text -> text.length() > LONGEST_NAME)
                .ifPresent(text -> broken.add(
                        new Reading.Broken("name", "must have at most " + LONGEST_NAME + " characters", text)));
        language.filter(tag -> !LANGUAGE.matcher(tag).matches())
                .ifPresent(tag ->
                        broken.add(new Reading.Broken("language", "must be a language tag, such as en or de-AT", tag)));
        return broken.isEmpty()
                ? new Reading.Sound(new Member(address.orElseThrow(), name, storedPhone, storedOther, language))
                : broken.getFirst();
    }

    /** The members that cover {@code address}: itself, and its whole domain. */
    static String[] covering(EmailAddress address) {
        return new String[] {address.toString(), "@" + address.domain()};
    }

    private static Optional<String> address(String written) {
        String text = written.strip();
        return text.startsWith("@")
                ? DomainName.parse(text.substring(1)).map(domain -> "@" + domain)
                : EmailAddress.parse(text).map(EmailAddress::toString);
    }

    private static Optional<String> given(Optional<String> written) {
        return written.map(String::strip).filter(text -> !text.isEmpty());
    }
}
