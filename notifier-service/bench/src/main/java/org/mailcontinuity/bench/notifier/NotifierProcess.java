package org.mailcontinuity.bench.notifier;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.mailcontinuity.testbed.FreePort;

/** A replica of the packaged notifier, as a process of its own. */
final class NotifierProcess implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(10);

    private final Process process;
    private final Path log;
    private final URI ready;

    private NotifierProcess(Process process, Path log, URI ready) {
        this.process = process;
        this.log = log;
        this.ready = ready;
    }

    static NotifierProcess start(Path application, Path folder, Map<String, String> settings) throws IOException {
        int management = FreePort.find();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.management.host=127.0.0.1",
                "-Dquarkus.http.port=" + FreePort.find(),
                "-Dquarkus.management.port=" + management));
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", application.toString()));
        Path log = Files.createTempFile(folder, "notifier", ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new NotifierProcess(process, log, URI.create("http://127.0.0.1:" + management + "/q/health/ready"));
    }

    /** Returns when it is ready. */
    NotifierProcess awaitReady() throws IOException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            if (!Pause.await(() -> !process.isAlive() || answers(http), START_LIMIT) || !process.isAlive()) {
                throw new IllegalStateException("the notifier does not start: " + Files.readString(log));
            }
        }
        return this;
    }

    private boolean answers(HttpClient http) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(5)).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** SIGTERM, and SIGKILL where that does not do. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill();
        }
    }
}
