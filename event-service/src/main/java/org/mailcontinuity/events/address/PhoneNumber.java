package org.mailcontinuity.events.address;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Optional;

/** A phone number in E.164 form, which every carrier takes. */
public record PhoneNumber(String text) {
    public static final String RULE = "must be a valid phone number with its country code, such as +44 20 7946 0958";

    private static final String NO_REGION = "ZZ";

    /** Reads what a person wrote. Empty where that is no valid number, or lacks its country code. */
    public static Optional<PhoneNumber> parse(String written) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            var number = numbers.parse(written, NO_REGION);
            return numbers.isValidNumber(number)
                    ? Optional.of(new PhoneNumber(numbers.format(number, PhoneNumberUtil.PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
