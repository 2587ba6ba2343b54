package org.mailcontinuity.events.usergroup;

import java.util.Optional;
import org.mailcontinuity.events.address.DomainName;
import org.mailcontinuity.events.address.EmailAddress;

/**
 * A member of a user group in stored form: {@code ada@example.org}, or {@code @example.org} for everyone in that domain
 * (its subdomains not included).
 */
record Member(String text) {
    static final String RULE = "must be an address, such as ada@example.org, or a whole domain, such as @example.org";

    /** Reads what a person wrote. */
    static Optional<Member> parse(String written) {
        String text = written.strip();
        return text.startsWith("@")
                ? DomainName.parse(text.substring(1)).map(domain -> new Member("@" + domain))
                : EmailAddress.parse(text).map(address -> new Member(address.toString()));
    }

    /** The members that cover {@code address}: itself, and its whole domain. */
    static String[] covering(EmailAddress address) {
        return new String[] {address.toString(), "@" + address.domain()};
    }
}
