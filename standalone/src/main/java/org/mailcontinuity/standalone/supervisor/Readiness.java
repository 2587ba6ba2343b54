package org.mailcontinuity.standalone.supervisor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** How one finds out whether a process does its work. */
@FunctionalInterface
interface Readiness {
    HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    boolean ready() throws IOException, InterruptedException;

    /** Ready when a GET of the address answers 200. */
    static Readiness http(String address) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(5))
                .build();
        return () -> CLIENT.send(request, BodyHandlers.discarding()).statusCode() == 200;
    }
}
