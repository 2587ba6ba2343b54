package org.mailcontinuity.contracts.monitor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.mailcontinuity.contracts.ContractViolation;
import org.mailcontinuity.contracts.Message;
import org.mailcontinuity.contracts.Require;

/**
 * What is watched, and how. What is absent on the wire takes the default named here.
 *
 * @param revision grows with every change
 * @param name 1 to 100 characters
 * @param domain the organisation's mail domain, lower case, in ASCII form
 * @param enabled whether it is checked at all (default yes)
 * @param labels at most 20
 * @param inbound checks of mail from the world, where wanted
 * @param outbound checks of mail to the world, where wanted
 * @param traffic counts of real mail, where they are to be judged without any check
 * @param schedule how often (default every 30 s)
 * @param vantages the vantages that look; empty = all
 * @param detection the rule of judgement (default {@link Rule#EVIDENCE}, balanced)
 * @param maintenance spans in which nothing is raised, at most 100
 * @param activation who starts a continuity event (default a person)
 * @param policyId who is told; absent = nobody
 */
public record MonitorDefinition(
        UUID monitorId,
        long revision,
        String name,
        String domain,
        Boolean enabled,
        Map<String, String> labels,
        Optional<Inbound> inbound,
        Optional<Outbound> outbound,
        Optional<Traffic> traffic,
        Schedule schedule,
        List<String> vantages,
        DetectionSettings detection,
        List<MaintenanceSpan> maintenance,
        Activation activation,
        Optional<UUID> policyId)
        implements Message {

    private static final Pattern DOMAIN = Pattern.compile(
            "(?=.{1,253}$)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

    public MonitorDefinition {
        Require.present("monitorId", monitorId);
        Require.range("revision", revision, 1, Long.MAX_VALUE);
        Require.text("name", name, 1, 100);
        Require.matching("domain", domain, DOMAIN, "must be a domain name in lower case ASCII");
        enabled = Require.orElse(enabled, Boolean.TRUE);
        labels = Require.map("labels", labels, 20);
        labels.forEach((key, value) -> {
            Require.text("labels", key, 1, 63);
            Require.text("labels." + key, value, 1, 253);
        });
        schedule = Require.orElse(schedule, Schedule.DEFAULT);
        vantages = Require.list("vantages", vantages, 50);
        vantages.forEach(vantage -> Require.text("vantages", vantage, 1, 100));
        detection = Require.orElse(detection, DetectionSettings.DEFAULT);
        maintenance = Require.list("maintenance", maintenance, 100);
        activation = Require.orElse(activation, Activation.BY_HAND);
        if (inbound.isEmpty() && outbound.isEmpty() && traffic.isEmpty()) {
            throw new ContractViolation("inbound", "must be present where outbound and traffic are absent", "absent");
        }
    }

    @Override
    public String key() {
        return monitorId.toString();
    }
}
