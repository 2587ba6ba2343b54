package org.mailcontinuity.events.disruption;

import java.util.List;
import java.util.Optional;
import org.mailcontinuity.contracts.alert.AffectedMonitor;
import org.mailcontinuity.contracts.disruption.Cause;
import org.mailcontinuity.contracts.disruption.Disruption;
import org.mailcontinuity.events.alert.Extent;

/** Says of disruptions what their alert is about. */
final class Extents {
    private Extents() {}

    /** @param named not empty: the one that gives the alert its severity and cause first */
    static Extent of(List<Incident> named, int monitorCount, int domainCount, int openCount) {
        Disruption leading = named.getFirst().disruption();
        return new Extent(
                leading.severity(),
                leading.cause(),
                named.stream()
                        .map(incident -> monitor(incident, leading.cause()))
                        .toList(),
                monitorCount,
                domainCount,
                openCount);
    }

    private static AffectedMonitor monitor(Incident incident, Cause common) {
        Disruption disruption = incident.disruption();
        return new AffectedMonitor(
                disruption.monitorId(),
                incident.monitorName(),
                incident.domain(),
                disruption.direction(),
                Optional.of(disruption.disruptionId()),
                Optional.of(disruption.severity()),
                Optional.of(disruption.cause().sentence()).filter(sentence -> !sentence.equals(common.sentence())),
                Optional.of(disruption.openedAt()),
                incident.endedAt());
    }
}
