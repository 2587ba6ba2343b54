package org.mailcontinuity.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mailcontinuity.standalone.installation.Installation;
import org.mailcontinuity.standalone.installation.Port;
import org.mailcontinuity.standalone.installation.Vantage;
import org.mailcontinuity.standalone.mail.DemoMailSettings;

/** What the demo needs beside the mail system: a contact, a policy and a monitor, made through the public API. */
public final class DemoSetup {
    private static final String CONTACT = "Demo administrator";
    private static final String POLICY = "Demo policy";
    private static final String MONITOR = "Demo organisation";

    private final Installation installation;
    private final ApiClient api;

    private DemoSetup(Installation installation, ApiClient api) {
        this.installation = installation;
        this.api = api;
    }

    /** Empty where no admin token is on file. */
    public static Optional<DemoSetup> of(Installation installation) throws IOException {
        return AdminToken.kept(installation)
                .map(token -> new DemoSetup(installation, new ApiClient(installation.url(), token)));
    }

    /** Makes what is missing. */
    public void ensure() throws IOException, InterruptedException {
        String contact =
                ensure("contacts", "contactId", CONTACT, """
                {"name": "%s", "locale": "en", "timeZone": "UTC",
                 "channels": [{"type": "EMAIL", "address": "%s"}]}
                """.formatted(CONTACT, DemoMailSettings.ALERT_MAILBOX));
        String policy = ensure("notification-policies", "policyId", POLICY, """
                {"name": "%s", "repeatInterval": "PT30M",
                 "steps": [{"contactIds": ["%s"], "channels": ["EMAIL"]}]}
                """.formatted(POLICY, contact));
        watchFromAllVantages(ensure("monitors", "monitorId", MONITOR, monitor(policy)));
    }

    /** An installation may be started with other vantages than before; a monitor that names none of them is not checked. */
    private void watchFromAllVantages(String monitorId) throws IOException, InterruptedException {
        String path = "/api/v1/monitors/" + monitorId;
        JsonNode monitor = api.get(path);
        List<String> names = installation.vantages().stream().map(Vantage::name).toList();
        List<String> named = monitor.path("vantages")
                .valueStream()
                .map(JsonNode::asText)
                .sorted()
                .toList();
        if (!named.equals(names)) {
            api.patch(path, monitor.path("revision").asLong(), "{\"vantages\": [" + vantages() + "]}");
        }
    }

    private String vantages() {
        return installation.vantages().stream()
                .map(vantage -> "\"" + vantage.name() + "\"")
                .collect(Collectors.joining(", "));
    }

    /** Intervals are short, so that a person need not wait; five bad rounds raise a disruption, six good ones clear it. */
    private String monitor(String policy) {
        return """
                {"name": "%s", "domain": "example.test", "policyId": "%s",
                 "inbound": {"mx": false, "recipient": "postmaster@example.test", "depth": "RECIPIENT", "tls": "REQUIRED",
                   "routes": [{"host": "mx1.example.test", "port": %d, "preference": 10},
                              {"host": "mx2.example.test", "port": %d, "preference": 20}]},
                 "outbound": {"sender": "probe@example.test", "latencyLimit": "PT5S",
                   "submission": {"host": "mail.example.test", "port": %d, "security": "STARTTLS", "credential": "%s"}},
                 "vantages": [%s],
                 "schedule": {"interval": "PT2S", "timeout": "PT5S"},
                 "detection": {"rule": "EVIDENCE", "sensitivity": "FAST"}}
                """.formatted(
                        MONITOR,
                        policy,
                        installation.port(Port.MX1),
                        installation.port(Port.MX2),
                        installation.port(Port.SUBMISSION),
                        DemoMailSettings.SUBMISSION_CREDENTIAL,
                        vantages());
    }

    /** The id of the thing with that name, which is made if there is none. */
    private String ensure(String collection, String id, String name, String body)
            throws IOException, InterruptedException {
        String path = "/api/v1/" + collection;
        for (JsonNode item : api.get(path + "?limit=200").path("items")) {
            if (item.path("name").asText().equals(name)) {
                return item.path(id).asText();
            }
        }
        return api.post(path, body).path(id).asText();
    }
}
