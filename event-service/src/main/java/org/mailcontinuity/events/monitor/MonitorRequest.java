package org.mailcontinuity.events.monitor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mailcontinuity.contracts.Require;
import org.mailcontinuity.contracts.monitor.Activation;
import org.mailcontinuity.contracts.monitor.Depth;
import org.mailcontinuity.contracts.monitor.DetectionSettings;
import org.mailcontinuity.contracts.monitor.Inbound;
import org.mailcontinuity.contracts.monitor.MaintenanceSpan;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.contracts.monitor.Outbound;
import org.mailcontinuity.contracts.monitor.Schedule;
import org.mailcontinuity.contracts.monitor.TlsPolicy;
import org.mailcontinuity.contracts.monitor.Traffic;
import org.mailcontinuity.events.address.DomainName;

/** A monitor as a caller wants it: the definition without what the service itself gives. What is absent takes its default. */
@Schema(example = """
                {"name": "example.org", "domain": "example.org",
                 "inbound": {"mx": true, "recipient": "postmaster@example.org", "depth": "RECIPIENT"},
                 "schedule": {"interval": "PT30S"},
                 "detection": {"rule": "EVIDENCE", "sensitivity": "BALANCED",
                               "latency": {"enabled": true, "floor": "PT2S"}, "volume": {"enabled": true}}}
                """)
public record MonitorRequest(
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
        Optional<UUID> policyId) {
    private static final int MOST_SPANS = 100;

    public MonitorRequest {
        enabled = Require.orElse(enabled, Boolean.TRUE);
        labels = Require.map("labels", labels, 20);
        schedule = Require.orElse(schedule, Schedule.DEFAULT);
        vantages = Require.list("vantages", vantages, 50);
        detection = Require.orElse(detection, DetectionSettings.DEFAULT);
        maintenance = Require.list("maintenance", maintenance, MOST_SPANS);
        activation = Require.orElse(activation, Activation.BY_HAND);
    }

    /** A monitor of the mail that comes in by a domain's MX records, everything else by default. */
    public static MonitorRequest inboundOf(String domain) {
        return new MonitorRequest(
                domain,
                domain,
                true,
                Map.of(),
                Optional.of(
                        new Inbound(List.of(), true, "postmaster@" + domain, Depth.RECIPIENT, TlsPolicy.OPPORTUNISTIC)),
                Optional.empty(),
                Optional.empty(),
                Schedule.DEFAULT,
                List.of(),
                DetectionSettings.DEFAULT,
                List.of(),
                Activation.BY_HAND,
                Optional.empty());
    }

    /** The same with other spans of maintenance; of too many the first. */
    MonitorRequest maintained(List<MaintenanceSpan> spans) {
        return new MonitorRequest(
                name,
                domain,
                enabled,
                labels,
                inbound,
                outbound,
                traffic,
                schedule,
                vantages,
                detection,
                spans.stream().limit(MOST_SPANS).toList(),
                activation,
                policyId);
    }

    /** The request that would make {@code definition} as it is. */
    static MonitorRequest of(MonitorDefinition definition) {
        return new MonitorRequest(
                definition.name(),
                definition.domain(),
                definition.enabled(),
                definition.labels(),
                definition.inbound(),
                definition.outbound(),
                definition.traffic(),
                definition.schedule(),
                definition.vantages(),
                definition.detection(),
                definition.maintenance(),
                definition.activation(),
                definition.policyId());
    }

    /**
     * The definition that this asks for.
     *
     * @throws org.mailcontinuity.contracts.ContractViolation if a field breaks its rule
     */
    MonitorDefinition toDefinition(UUID id, long revision) {
        String written = Require.present("domain", domain);
        return new MonitorDefinition(
                id,
                revision,
                name,
                DomainName.parse(written).map(DomainName::text).orElse(written),
                enabled,
                labels,
                inbound,
                outbound,
                traffic,
                schedule,
                vantages,
                detection,
                maintenance,
                activation,
                policyId);
    }
}
