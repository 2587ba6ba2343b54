package org.mailcontinuity.notifier.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.mailcontinuity.notifier.channel.http.HttpRequest;

/** Bodies in JSON: whatever text comes in, it stays text. */
public final class Json {
    private Json() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    public static HttpRequest post(String url, JsonNode body) {
        return HttpRequest.post(url, "application/json", body.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** At most {@code most} characters, the last of them an ellipsis where something is left out. */
    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }
}
