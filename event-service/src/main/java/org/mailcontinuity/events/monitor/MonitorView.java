package org.mailcontinuity.events.monitor;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.monitor.Activation;
import org.mailcontinuity.contracts.monitor.DetectionSettings;
import org.mailcontinuity.contracts.monitor.Inbound;
import org.mailcontinuity.contracts.monitor.MaintenanceSpan;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.contracts.monitor.Outbound;
import org.mailcontinuity.contracts.monitor.Schedule;
import org.mailcontinuity.contracts.monitor.Traffic;

/** A monitor as the API shows it. */
record MonitorView(
        UUID monitorId,
        long revision,
        String name,
        String domain,
        boolean enabled,
        Map<String, String> labels,
        Optional<Inbound> inbound,
        Optional<Outbound> outbound,
        Optional<Traffic> traffic,
        Schedule schedule,
        List<String> vantages,
        DetectionSettings detection,
        List<MaintenanceSpan> maintenance,
        Activation activation,
        Optional<UUID> policyId,
        Instant createdAt,
        Instant updatedAt) {

    static MonitorView of(Monitor monitor) {
        MonitorDefinition definition = monitor.definition();
        return new MonitorView(
                definition.monitorId(),
                definition.revision(),
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
                definition.policyId(),
                monitor.createdAt(),
                monitor.updatedAt());
    }
}
