package org.mailcontinuity.standalone.service;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.mailcontinuity.standalone.installation.Installation;
import org.mailcontinuity.standalone.installation.Port;
import org.mailcontinuity.standalone.installation.Vantage;
import org.mailcontinuity.standalone.secret.Secrets;

/** The processes of the four services of an installation: one of each, of the probe-service one for each vantage. */
public final class ServicePlans {
    private static final String LOOPBACK = Installation.LOOPBACK;
    private static final String PROBE = "probe-service";
    private static final String HEAP = "256m";
    /** For the demo's probes: there are several, with little to do. */
    private static final String SMALL_HEAP = "128m";
    /** What lies on this machine and its own network may be watched and told. */
    static final String OWN_NETWORKS = "127.0.0.0/8,10.0.0.0/8,172.16.0.0/12,192.168.0.0/16";

    private final Installation installation;
    private final Secrets secrets;

    public ServicePlans(Installation installation, Secrets secrets) {
        this.installation = installation;
        this.secrets = secrets;
    }

    public List<ServicePlan> all() throws IOException {
        List<ServicePlan> plans = new ArrayList<>(List.of(event(), detector(), notifier()));
        for (Vantage vantage : installation.vantages()) {
            plans.add(probe(vantage));
        }
        return plans;
    }

    /** What any Kafka client of this installation sets. */
    public Map<String, String> kafkaClient() throws IOException {
        Map<String, String> settings = new HashMap<>(secrets.broker().clientSettings());
        settings.put("bootstrap.servers", LOOPBACK + ":" + installation.port(Port.BROKER));
        return settings;
    }

    private ServicePlan event() throws IOException {
        Map<String, String> own = new HashMap<>(database("event"));
        own.put("continuity.public-url", installation.url());
        own.put("continuity.link.public-keys", secrets.linkPublicKeys().toString());
        own.put(
                "continuity.service.private-key",
                secrets.servicePrivateKey("event-service").toString());
        own.put("continuity.service.trusted-keys", secrets.servicePublicKeys().toString());
        own.put("continuity.probe.url", "http://" + installation.reach() + ":" + installation.port(Port.PROBE_SERVICE));
        own.put("continuity.detector.url", "http://" + LOOPBACK + ":" + installation.port(Port.DETECTOR_SERVICE));
        own.put(
                "continuity.notifier.url",
                "http://" + installation.reach() + ":" + installation.port(Port.NOTIFIER_SERVICE));
        own.put(
                "continuity.bootstrap.admin-token-file",
                installation.firstAdminToken().toString());
        own.put("quarkus.http.host", installation.bind());
        return plan("event-service", Port.EVENT_SERVICE, Port.EVENT_MANAGEMENT, own);
    }

    /** Settings for all vantages may be written in one file, those of one vantage in its own on top. */
    private ServicePlan probe(Vantage vantage) throws IOException {
        Map<String, String> own = new ProbePlans(installation, secrets).configuration(vantage);
        int api = installation.port(Port.PROBE_SERVICE, vantage);
        int management = installation.port(Port.PROBE_MANAGEMENT, vantage);
        Map<String, String> all = complete(api, management, own);
        all.putAll(writtenByOperator(installation.settings(PROBE)));
        all.putAll(writtenByOperator(installation.settings(vantage.part())));
        return new ServicePlan(vantage.part(), PROBE, management, installation.demo() ? SMALL_HEAP : HEAP, all);
    }

    private ServicePlan detector() throws IOException {
        Map<String, String> own = new HashMap<>();
        own.put(
                "continuity.detector.state-directory",
                installation.data().resolve("detector").toString());
        own.put("continuity.service.trusted-keys", secrets.servicePublicKeys().toString());
        return plan("detector-service", Port.DETECTOR_SERVICE, Port.DETECTOR_MANAGEMENT, own);
    }

    private ServicePlan notifier() throws IOException {
        Map<String, String> own = new HashMap<>(database("notifier"));
        own.put("continuity.public-url", installation.url());
        own.put("continuity.link.private-key", secrets.linkPrivateKey().toString());
        own.put("continuity.link.key-id", "1");
        own.put(
                "continuity.service.private-key",
                secrets.servicePrivateKey("notifier-service").toString());
        own.put("continuity.service.trusted-keys", secrets.servicePublicKeys().toString());
        own.put("continuity.notifier.allowed-networks", OWN_NETWORKS + ",::1/128");
        own.put("quarkus.http.host", installation.bind());
        if (installation.demo() && NotifierRelays.read(installation).count() == 0) {
            String relay = "continuity.notifier.relays[0].";
            own.put(relay + "host", LOOPBACK);
            own.put(relay + "port", port(Port.ALERT_RELAY));
            own.put(relay + "security", "STARTTLS");
            own.put(relay + "credential", "alert-relay");
            own.put(relay + "trust-certificates", installation.mailAuthority().toString());
            own.put("continuity.notifier.from", "continuity@alerts.test");
        }
        return plan("notifier-service", Port.NOTIFIER_SERVICE, Port.NOTIFIER_MANAGEMENT, own);
    }

    private Map<String, String> database(String name) throws IOException {
        return Map.of(
                "quarkus.datasource.jdbc.url",
                "jdbc:postgresql://" + LOOPBACK + ":" + port(Port.DATABASE) + "/" + name,
                "quarkus.datasource.username",
                "postgres",
                "quarkus.datasource.password",
                secrets.databasePassword());
    }

    private ServicePlan plan(String name, Port api, Port management, Map<String, String> own) throws IOException {
        int managementPort = installation.port(management);
        Map<String, String> all = complete(installation.port(api), managementPort, own);
        all.putAll(writtenByOperator(installation.settings(name)));
        return new ServicePlan(name, name, managementPort, HEAP, all);
    }

    private Map<String, String> complete(int api, int management, Map<String, String> own) throws IOException {
        Map<String, String> all = new HashMap<>(own);
        all.putIfAbsent("quarkus.http.host", LOOPBACK);
        kafkaClient().forEach((key, value) -> all.put("kafka." + key, value));
        all.put("config_ordinal", "350"); // above the service's own file and the environment
        all.put("quarkus.http.port", Integer.toString(api));
        all.put("quarkus.management.host", LOOPBACK);
        all.put("quarkus.management.port", Integer.toString(management));
        // Each service has mappings of its own below "continuity" and would refuse what is another's.
        all.put("smallrye.config.mapping.validate-unknown", "false");
        all.put("continuity.credentials.directory", secrets.credentials().toString());
        return all;
    }

    private static Map<String, String> writtenByOperator(Path file) throws IOException {
        Map<String, String> settings = new HashMap<>();
        if (Files.exists(file)) {
            Properties written = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                written.load(reader);
            }
            written.stringPropertyNames().forEach(key -> settings.put(key, written.getProperty(key)));
        }
        return settings;
    }

    private String port(Port port) {
        return Integer.toString(installation.port(port));
    }
}
