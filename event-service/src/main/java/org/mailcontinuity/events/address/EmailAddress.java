package org.mailcontinuity.events.address;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An email address (RFC 5321, 4.1.2) without quoted local parts, address literals or comments. Local parts are compared
 * without regard to case, as every mail system in use does.
 *
 * @param local 1 to 64 characters, in lower case
 */
public record EmailAddress(String local, DomainName domain) {
    private static final Pattern LOCAL =
            Pattern.compile("(?=.{1,64}$)[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*");

    /** Reads what a person wrote. Empty where that is no address. */
    public static Optional<EmailAddress> parse(String written) {
        String text = written.strip();
        int at = text.lastIndexOf('@');
        if (at < 1 || !LOCAL.matcher(text.substring(0, at)).matches()) {
            return Optional.empty();
        }
        String local = text.substring(0, at).toLowerCase(Locale.ROOT);
        return DomainName.parse(text.substring(at + 1)).map(domain -> new EmailAddress(local, domain));
    }

    @Override
    public String toString() {
        return local + "@" + domain;
    }
}
