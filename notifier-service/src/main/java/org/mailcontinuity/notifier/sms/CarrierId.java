package org.mailcontinuity.notifier.sms;

import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The id under which a message centre took a segment. Some centres write it in hexadecimal when they take a segment and in
 * decimal in its receipt, or the other way round, or with zeros in front.
 */
final class CarrierId {
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,40}");
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-f]{1,40}");

    private CarrierId() {}

    /** The form in which ids are kept: small letters, no zeros in front. */
    static String plain(String id) {
        String small = id.strip().toLowerCase(Locale.ROOT);
        return small.replaceFirst("^0+(?=.)", "");
    }

    /** The forms under which the id may be kept, the likeliest first. Example: {@code 0A} may be kept as a or 10. */
    static Set<String> forms(String id) {
        String plain = plain(id);
        Set<String> forms = new LinkedHashSet<>();
        forms.add(plain);
        if (DECIMAL.matcher(plain).matches()) {
            forms.add(new BigInteger(plain).toString(16));
        }
        if (HEXADECIMAL.matcher(plain).matches()) {
            forms.add(new BigInteger(plain, 16).toString());
        }
        return forms;
    }
}
