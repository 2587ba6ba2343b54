package org.mailcontinuity.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Calls the event-service's REST API as any client would. Thread-safe. */
public final class ApiClient {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final ObjectMapper json = new ObjectMapper();
    private final String url;
    private final String token;

    /** An answer that is not 2xx. */
    public static final class RefusedException extends IOException {
        private static final long serialVersionUID = 1L;
        private final int status;

        RefusedException(String request, int status, String body) {
            super(request + " was answered with " + status + ": " + body);
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    /**
     * @param url the service's address without a path
     * @param token an API token
     */
    public ApiClient(String url, String token) {
        this.url = url;
        this.token = token;
    }

    public JsonNode get(String path) throws IOException, InterruptedException {
        return send(path, request(path).GET());
    }

    /** Sends a JSON document; text blocks are easiest to read. */
    public JsonNode post(String path, String body) throws IOException, InterruptedException {
        return send(path, request(path).POST(BodyPublishers.ofString(body)));
    }

    /** Changes a thing in the revision that was read, by a JSON Merge Patch. */
    public JsonNode patch(String path, long revision, String body) throws IOException, InterruptedException {
        return send(
                path,
                request(path, "application/merge-patch+json")
                        .header("If-Match", "\"" + revision + "\"")
                        .method("PATCH", BodyPublishers.ofString(body)));
    }

    /** Deletes a thing in the revision that was read. */
    public void delete(String path, long revision) throws IOException, InterruptedException {
        send(path, request(path).header("If-Match", "\"" + revision + "\"").DELETE());
    }

    private HttpRequest.Builder request(String path) {
        return request(path, "application/json");
    }

    private HttpRequest.Builder request(String path, String contentType) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", contentType);
    }

    private JsonNode send(String path, HttpRequest.Builder builder) throws IOException, InterruptedException {
        HttpRequest request = builder.build();
        HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new RefusedException(request.method() + " " + path, response.statusCode(), response.body());
        }
        return response.body().isEmpty() ? MissingNode.getInstance() : json.readTree(response.body());
    }
}
