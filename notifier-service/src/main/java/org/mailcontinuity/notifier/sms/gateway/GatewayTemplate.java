package org.mailcontinuity.notifier.sms.gateway;

import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text with places for values, such as {@code {to}}. Logic-less: a value is never read as a template, and is encoded for
 * where it stands.
 */
public record GatewayTemplate(String text, Encoding encoding) {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z][a-z0-9.-]{0,60})}");
    private static final Set<String> KNOWN =
            Set.of("to", "digits", "from", "text", "id", "basic", "receipt-url", "username", "password");
    private static final String CREDENTIAL = "credential.";

    public GatewayTemplate {
        PLACE.matcher(text).results().map(found -> found.group(1)).forEach(GatewayTemplate::check);
    }

    private static void check(String name) {
        if (!KNOWN.contains(name) && !name.startsWith(CREDENTIAL)) {
            throw new IllegalArgumentException(
                    "{" + name + "} must be one of " + KNOWN + " or credential.<field>, in braces");
        }
    }

    /** @param values by the name of the place */
    String fill(UnaryOperator<String> values) {
        Matcher places = PLACE.matcher(text);
        return places.replaceAll(place -> Matcher.quoteReplacement(encoding.encode(values.apply(place.group(1)))));
    }
}
