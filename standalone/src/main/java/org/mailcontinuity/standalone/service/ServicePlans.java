package org.mailcontinuity.standalone.service;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.mailcontinuity.standalone.installation.Installation;
import org.mailcontinuity.standalone.installation.Port;
import org.mailcontinuity.standalone.secret.Secrets;

/** The four services of an installation. */
public final class ServicePlans {
    private static final String LOOPBACK = "127.0.0.1";
    /** What lies on this machine and its own network may be watched and told. */
    private static final String OWN_NETWORKS = "127.0.0.0/8,10.0.0.0/8,172.16.0.0/12,192.168.0.0/16";

    private final Installation installation;
    private final Secrets secrets;

    public ServicePlans(Installation installation, Secrets secrets) {
        this.installation = installation;
        this.secrets = secrets;
    }

    public List<ServicePlan> all() throws IOException {
        return List.of(event(), probe(), detector(), notifier());
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
        own.put("continuity.probe.url", "http://" + LOOPBACK + ":" + installation.port(Port.PROBE_SERVICE));
        own.put(
                "continuity.bootstrap.admin-token-file",
                installation.firstAdminToken().toString());
        return plan("event-service", Port.EVENT_SERVICE, Port.EVENT_MANAGEMENT, own);
    }

    private ServicePlan probe() throws IOException {
        Map<String, String> own = new HashMap<>();
        own.put("continuity.probe.vantage", "local");
        own.put("continuity.probe.worker", "standalone");
        own.put("continuity.probe.allowed-networks", OWN_NETWORKS);
        own.put("continuity.probe.receiver.port", port(Port.PROBE_RECEIVER));
        own.put("continuity.probe.receiver.bind", LOOPBACK);
        own.put("continuity.probe.receiver.domain", "probe.test");
        own.put("continuity.probe.ehlo-name", "probe.test");
        own.put("continuity.probe.sender-domain", "probe.test");
        own.put("continuity.probe.token-keys", secrets.probeTokenKeys().toString());
        own.put(
                "continuity.service.private-key",
                secrets.servicePrivateKey("probe-service").toString());
        own.put("continuity.service.trusted-keys", secrets.servicePublicKeys().toString());
        if (installation.demo()) {
            own.put(
                    "continuity.probe.trust-certificates",
                    installation.mailAuthority().toString());
            own.put("continuity.probe.dns.servers", LOOPBACK + ":" + port(Port.DEMO_DNS));
            own.put("continuity.probe.control-targets", "mx.elsewhere.test:" + port(Port.SECOND_SYSTEM));
            own.put(
                    "continuity.probe.allowed-ports",
                    String.join(
                            ",",
                            "25,465,587",
                            port(Port.MX1),
                            port(Port.MX2),
                            port(Port.SUBMISSION),
                            port(Port.SECOND_SYSTEM)));
        }
        return plan("probe-service", Port.PROBE_SERVICE, Port.PROBE_MANAGEMENT, own);
    }

    private ServicePlan detector() throws IOException {
        Map<String, String> own = new HashMap<>();
        own.put(
                "continuity.detector.state-directory",
                installation.data().resolve("detector").toString());
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
        if (installation.demo()) {
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
        Map<String, String> all = new HashMap<>(own);
        kafkaClient().forEach((key, value) -> all.put("kafka." + key, value));
        all.put("config_ordinal", "350"); // above the service's own file and the environment
        all.put("quarkus.http.host", LOOPBACK);
        all.put("quarkus.http.port", port(api));
        all.put("quarkus.management.host", LOOPBACK);
        all.put("quarkus.management.port", port(management));
        // Each service has mappings of its own below "continuity" and would refuse what is another's.
        all.put("smallrye.config.mapping.validate-unknown", "false");
        all.put("continuity.credentials.directory", secrets.credentials().toString());
        all.putAll(writtenByOperator(installation.settings(name)));
        return new ServicePlan(name, management, all);
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
