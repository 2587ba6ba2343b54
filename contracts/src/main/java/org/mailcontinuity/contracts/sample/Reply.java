package org.mailcontinuity.contracts.sample;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mailcontinuity.contracts.ContractViolation;
import org.mailcontinuity.contracts.Require;

/**
 * What a mail server answered.
 *
 * @param code the reply code (RFC 5321, 4.2), 200 to 599
 * @param enhanced the enhanced status code (RFC 3463), such as {@code 4.7.1}
 * @param text what else it said: at most 512 bytes of UTF-8, control characters escaped
 */
public record Reply(int code, Optional<String> enhanced, Optional<String> text) {
    private static final Pattern ENHANCED = Pattern.compile("[245]\\.\\d{1,3}\\.\\d{1,3}");
    private static final int MOST_BYTES = 512;

    public Reply {
        Require.range("reply.code", code, 200, 599);
        enhanced.ifPresent(value -> requireEnhanced("reply.enhanced", value));
        text.ifPresent(Reply::bounded);
    }

    static void requireEnhanced(String field, String value) {
        Require.matching(field, value, ENHANCED, "must be a code of RFC 3463, as 4.7.1");
    }

    private static void bounded(String text) {
        if (text.isEmpty() || text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new ContractViolation("reply.text", "must have 1 to " + MOST_BYTES + " bytes of UTF-8", text);
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new ContractViolation("reply.text", "must have its control characters escaped", "one that is not");
        }
    }
}
