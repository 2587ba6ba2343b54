package org.mailcontinuity.notifier.channel.http;

import java.util.Map;
import java.util.TreeMap;

/**
 * What is asked of a server.
 *
 * @param method such as {@code POST}
 * @param url absolute, http or https
 * @param headers without Host, Content-Length and Connection; neither names nor values may hold line breaks
 */
public record HttpRequest(String method, String url, Map<String, String> headers, byte[] body) {
    public HttpRequest {
        headers = Map.copyOf(headers);
    }

    public static HttpRequest post(String url, String contentType, byte[] body) {
        return new HttpRequest("POST", url, Map.of("Content-Type", contentType, "User-Agent", "Continuity"), body);
    }

    public HttpRequest with(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new HttpRequest(method, url, more, body);
    }

    public HttpRequest with(Map<String, String> others) {
        Map<String, String> more = new TreeMap<>(headers);
        more.putAll(others);
        return new HttpRequest(method, url, more, body);
    }
}
