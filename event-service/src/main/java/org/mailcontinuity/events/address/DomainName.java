package org.mailcontinuity.events.address;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A domain in lower case and ASCII form (RFC 5890), without a final dot.
 *
 * @param text at most 253 characters
 */
public record DomainName(String text) {
    private static final Pattern FORM = Pattern.compile(
            "(?=.{1,253}$)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

    public DomainName {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("domain must be a domain name in lower case ASCII, but is: " + text);
        }
    }

    /** Reads what a person wrote: any case, any script, spaces around it. Empty where that is no domain. */
    public static Optional<DomainName> parse(String written) {
        String name = written.strip();
        if (name.endsWith(".")) {
            name = name.substring(0, name.length() - 1);
        }
        try {
            String ascii = IDN.toASCII(name, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            return FORM.matcher(ascii).matches() ? Optional.of(new DomainName(ascii)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
