package org.mailcontinuity.notifier.sms.gateway;

import com.fasterxml.jackson.core.JsonPointer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A callback as it came. Parameters are those of the URL and, in a form, of the body.
 *
 * @param headers by their names in small letters
 */
record CallbackRequest(String path, Map<String, String> parameters, Map<String, String> headers, byte[] body) {
    private static final int LONGEST_VALUE = 2_000;
    private static final int MOST_PARAMETERS = 100;

    /** @param query as it stands in the URL; may be empty */
    static CallbackRequest of(String path, String query, Map<String, String> headers, byte[] body) {
        Map<String, String> parameters = new HashMap<>();
        read(query, parameters);
        String type = headers.getOrDefault("content-type", "").toLowerCase(Locale.ROOT);
        if (type.startsWith("application/x-www-form-urlencoded")) {
            read(new String(body, StandardCharsets.UTF_8), parameters);
        }
        return new CallbackRequest(path, parameters, headers, body);
    }

    private static void read(String pairs, Map<String, String> parameters) {
        for (String pair : pairs.split("&", MOST_PARAMETERS)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }

    /** @param name a parameter's, or a JSON pointer into the body */
    Optional<String> field(String name) {
        Optional<String> value = name.startsWith("/")
                ? new GatewayExpression.Pointer(JsonPointer.compile(name))
                        .find(new String(body, StandardCharsets.UTF_8))
                : Optional.ofNullable(parameters.get(name));
        return value.map(text -> text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) : text);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
