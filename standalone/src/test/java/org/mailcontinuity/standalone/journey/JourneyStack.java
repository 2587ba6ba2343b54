package org.mailcontinuity.standalone.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.mailcontinuity.standalone.ProcessLog;
import org.mailcontinuity.standalone.demo.AdminToken;
import org.mailcontinuity.standalone.demo.ApiClient;
import org.mailcontinuity.standalone.demo.DemoSetup;
import org.mailcontinuity.standalone.demo.MailControlClient;
import org.mailcontinuity.standalone.installation.FreeOffset;
import org.mailcontinuity.standalone.installation.Installation;
import org.mailcontinuity.standalone.mail.DemoMailSettings;
import org.mailcontinuity.standalone.mail.MessageView;
import org.mailcontinuity.standalone.supervisor.Supervisor;

/** The whole system as {@code up --demo} starts it, at ports of its own, once for all journeys of this JVM. */
final class JourneyStack {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Installation installation;
    private final Supervisor supervisor;
    private final ApiClient api;
    private final MailControlClient mail;

    private JourneyStack(Installation installation, Supervisor supervisor, ApiClient api) {
        this.installation = installation;
        this.supervisor = supervisor;
        this.api = api;
        this.mail = new MailControlClient(installation);
    }

    /** Starts it when it is first asked for. */
    static JourneyStack running() {
        return Holder.STACK;
    }

    private static final class Holder {
        private static final JourneyStack STACK = begin();

        private static JourneyStack begin() {
            try {
                return start();
            } catch (IOException e) {
                throw new IllegalStateException("the stack does not start", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }

    private static JourneyStack start() throws IOException, InterruptedException {
        ProcessLog.configure();
        Path home = Path.of(System.getProperty("continuity.home", ".."));
        Path data = Path.of("target", "journey"); // kept after the run: its logs tell what happened
        deleteAll(data);
        Installation installation = new Installation(home, data, FreeOffset.find(), true, Installation.DEMO_VANTAGES);
        Supervisor supervisor = Supervisor.of(installation);
        Runtime.getRuntime().addShutdownHook(new Thread(supervisor::close, "stack-end"));
        supervisor.start();
        Awaitility.await("everything to be ready")
                .atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofMillis(500))
                .until(supervisor::ready);
        String token = AdminToken.take(installation).orElseThrow();
        return new JourneyStack(installation, supervisor, new ApiClient(installation.url(), token));
    }

    private static void deleteAll(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> found = Files.walk(folder)) {
                for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    Installation installation() {
        return installation;
    }

    ApiClient api() {
        return api;
    }

    MailControlClient mail() {
        return mail;
    }

    /** An assertion that has two minutes to come true. */
    ConditionFactory await(String what) {
        return Awaitility.await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions(); // a service that is being started again refuses connections
    }

    /** Ends a service by force, as a crash would; the supervisor starts it again. */
    void kill(String service) {
        long pid = supervisor.pid(service).orElseThrow();
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        await(service + " to be started again")
                .until(() -> supervisor.pid(service).stream().anyMatch(now -> now != pid));
    }

    void awaitReady() {
        await("everything to be ready again").until(supervisor::ready);
    }

    /** Sound mail, a monitor of the demo that knows nothing of earlier faults, and no open disruption. */
    void beginAnew() throws IOException, InterruptedException {
        mail.recover();
        awaitReady();
        for (JsonNode monitor : api.get("/api/v1/monitors?limit=200").path("items")) {
            api.delete(
                    "/api/v1/monitors/" + monitor.path("monitorId").asText(),
                    monitor.path("revision").asLong());
        }
        await("all disruptions to be over")
                .until(() ->
                        api.get("/api/v1/disruptions?state=OPEN").path("items").isEmpty());
        DemoSetup.of(installation).orElseThrow().ensure();
    }

    /** The id of the demo's monitor. */
    String monitorId() throws IOException, InterruptedException {
        return api.get("/api/v1/monitors?domain=" + DemoMailSettings.DOMAIN)
                .path("items")
                .path(0)
                .path("monitorId")
                .asText();
    }

    /** The disruptions of the demo's monitor as it is now, whatever their state, the newest first. */
    List<JsonNode> disruptions(String direction) throws IOException, InterruptedException {
        JsonNode items = api.get("/api/v1/disruptions?limit=200&direction=" + direction + "&monitorId=" + monitorId())
                .path("items");
        return items.valueStream().toList();
    }

    /** The alert mailbox, the newest first. */
    List<MessageView> inbox() throws IOException, InterruptedException {
        return mail.mailbox(DemoMailSettings.ALERT_MAILBOX);
    }

    /** Waits for a message that is not among the {@code known} ones and has a subject like that. */
    MessageView awaitMail(List<MessageView> known, Predicate<String> subject) {
        return await("an alert mail")
                .until(
                        () -> inbox().stream()
                                .filter(message -> !known.contains(message) && subject.test(message.subject()))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }
}
