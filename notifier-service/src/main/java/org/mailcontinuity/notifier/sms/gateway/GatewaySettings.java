package org.mailcontinuity.notifier.sms.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A provider's HTTP API.
 *
 * @param name the operator's name for it
 * @param credential names the secret whose fields the templates use
 * @param successStatus what the status must match to mean taken
 * @param success where the word of success stands; absent: the status says it
 * @param successMatches what must stand there
 * @param messageId where the provider's id stands
 * @param badNumber what the answer must hold to mean that there is no such number
 */
public record GatewaySettings(
        String name,
        String method,
        GatewayTemplate url,
        Map<String, GatewayTemplate> headers,
        Optional<GatewayTemplate> body,
        Optional<String> credential,
        String sender,
        Pattern successStatus,
        Optional<GatewayExpression> success,
        Pattern successMatches,
        Optional<GatewayExpression> messageId,
        Optional<Pattern> badNumber) {
    private static final Pattern HOST = Pattern.compile("https?://[^/{}?#@\\s]+([/?].*)?", Pattern.DOTALL);
    private static final String CONTENT_TYPE = "content-type";

    /** @throws IllegalArgumentException if a value could change where a request goes */
    public static GatewayTemplate url(String url) {
        if (!HOST.matcher(url).matches()) {
            throw new IllegalArgumentException(
                    "url must begin with http:// or https:// and a host, before which and in which nothing is filled in");
        }
        return new GatewayTemplate(url, Encoding.URL);
    }

    public static Map<String, GatewayTemplate> headers(Map<String, String> headers) {
        Map<String, GatewayTemplate> templates = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, value) -> templates.put(name, new GatewayTemplate(value, Encoding.HEADER)));
        return templates;
    }

    /** @throws IllegalArgumentException if the headers do not say how values are written into the body */
    public static GatewayTemplate body(String body, Map<String, GatewayTemplate> headers) {
        GatewayTemplate type = headers.get(CONTENT_TYPE);
        if (type == null) {
            throw new IllegalArgumentException("headers must say the content-type of the body");
        }
        GatewayTemplate template = new GatewayTemplate(body, Encoding.ofBody(type.text()));
        if (template.encoding() == Encoding.JSON && !parses(template.fill(_ -> "x"))) {
            throw new IllegalArgumentException("body must be JSON in which each place stands within a string");
        }
        return template;
    }

    private static boolean parses(String json) {
        try {
            return !GatewayExpression.READER.readTree(json).isMissingNode();
        } catch (JsonProcessingException _) {
            return false;
        }
    }
}
