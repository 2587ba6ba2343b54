package org.mailcontinuity.standalone.service;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailcontinuity.standalone.installation.Installation;
import org.mailcontinuity.standalone.installation.Port;
import org.mailcontinuity.standalone.installation.Vantage;
import org.mailcontinuity.standalone.secret.Secrets;

/** What a vantage's probe is configured with. */
final class ProbePlans {
    private static final String LOOPBACK = Installation.LOOPBACK;
    /** The demo shows within seconds what takes a minute where mail servers of others are looked at. */
    private static final String DEMO_CONTROL_INTERVAL = "PT5S";

    private final Installation installation;
    private final Secrets secrets;

    ProbePlans(Installation installation, Secrets secrets) {
        this.installation = installation;
        this.secrets = secrets;
    }

    Map<String, String> configuration(Vantage vantage) throws IOException {
        Map<String, String> own = new HashMap<>();
        own.put("continuity.probe.vantage", vantage.name());
        own.put("continuity.probe.worker", "standalone");
        own.put("continuity.probe.allowed-networks", ServicePlans.OWN_NETWORKS);
        own.put("continuity.probe.receiver.port", Integer.toString(installation.port(Port.PROBE_RECEIVER, vantage)));
        own.put("continuity.probe.receiver.bind", installation.bind());
        own.put("quarkus.http.host", installation.bind());
        own.put("continuity.probe.receiver.domain", "probe.test");
        own.put("continuity.probe.ehlo-name", "probe.test");
        own.put("continuity.probe.sender-domain", "probe.test");
        own.put("continuity.probe.token-keys", secrets.probeTokenKeys().toString());
        own.put(
                "continuity.service.private-key",
                secrets.servicePrivateKey("probe-service").toString());
        own.put("continuity.service.trusted-keys", secrets.servicePublicKeys().toString());
        if (installation.demo()) {
            own.putAll(demo(vantage));
        }
        return own;
    }

    private Map<String, String> demo(Vantage vantage) {
        Map<String, String> own = new HashMap<>();
        vantage.ownAddress().ifPresent(address -> own.put("continuity.probe.bind-address", address.getHostAddress()));
        own.put(
                "continuity.probe.trust-certificates",
                installation.mailAuthority().toString());
        own.put("continuity.probe.dns.servers", LOOPBACK + ":" + installation.port(Port.DEMO_DNS));
        own.put(
                "continuity.probe.control-targets",
                "mx1.elsewhere.test:" + installation.port(Port.CONTROL1) + ",mx2.elsewhere.test:"
                        + installation.port(Port.CONTROL2));
        own.put("continuity.probe.control-interval", DEMO_CONTROL_INTERVAL);
        own.put(
                "continuity.probe.allowed-ports",
                Stream.concat(
                                List.of(25, 465, 587).stream(),
                                Stream.of(Port.MX1, Port.MX2, Port.SUBMISSION, Port.CONTROL1, Port.CONTROL2)
                                        .map(installation::port))
                        .map(String::valueOf)
                        .collect(Collectors.joining(",")));
        return own;
    }
}
