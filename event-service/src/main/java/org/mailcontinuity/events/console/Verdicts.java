package org.mailcontinuity.events.console;

import java.util.Set;
import java.util.stream.Collectors;
import org.mailcontinuity.contracts.disruption.Severity;
import org.mailcontinuity.contracts.window.Verdict;
import org.mailcontinuity.events.monitor.Monitor;

/** The one line that answers: is mail flowing? */
final class Verdicts {
    private final Outlook outlook;

    Verdicts(Outlook outlook) {
        this.outlook = outlook;
    }

    OverviewPage.Answer answer() {
        Set<String> watched = outlook.monitors().stream()
                .filter(monitor -> monitor.definition().enabled())
                .map(Monitor::definition)
                .map(definition -> definition.domain())
                .collect(Collectors.toSet());
        if (watched.isEmpty()) {
            return new OverviewPage.Answer(
                    "calm",
                    "Nothing is watched yet",
                    "Make a monitor through the API: /api/v1/monitors/suggestions proposes one for a domain.");
        }
        Set<String> down = domains(Severity.DOWN);
        if (!down.isEmpty()) {
            return new OverviewPage.Answer(
                    "down", "Mail is not flowing", of(down, watched) + " cannot " + deeds() + ".");
        }
        Set<String> degraded = domains(Severity.DEGRADED);
        if (!degraded.isEmpty()) {
            return new OverviewPage.Answer(
                    "degraded", "Mail is flowing, with trouble", of(degraded, watched) + " in trouble.");
        }
        Set<String> blind = domains(Severity.BLIND);
        if (!blind.isEmpty()) {
            return new OverviewPage.Answer(
                    "blind", "Some mail is out of sight", of(blind, watched) + " cannot be seen by any probe.");
        }
        return calm(watched);
    }

    private OverviewPage.Answer calm(Set<String> watched) {
        boolean judged = outlook.flows().stream().anyMatch(flow -> flow.verdict() == Verdict.HEALTHY);
        return judged
                ? new OverviewPage.Answer(
                        "ok", "Mail is flowing", of(watched, watched) + " without an open disruption.")
                : new OverviewPage.Answer(
                        "calm", "Waiting for the first judgement", "The probes have only just begun to look.");
    }

    /** What mail that is down keeps people from. */
    private String deeds() {
        return outlook.troubles().stream()
                .map(open -> open.incident().disruption())
                .filter(disruption -> disruption.severity() == Severity.DOWN)
                .map(disruption -> switch (disruption.direction()) {
                    case INBOUND -> "receive";
                    case OUTBOUND -> "send";
                    case ACCESS -> "sign in";
                    case UNKNOWN -> "use it";
                })
                .distinct()
                .sorted()
                .collect(Collectors.joining(" or "));
    }

    private Set<String> domains(Severity severity) {
        return outlook.troubles().stream()
                .map(Outlook.OpenTrouble::incident)
                .filter(incident -> incident.disruption().severity() == severity)
                .map(incident -> incident.domain())
                .collect(Collectors.toSet());
    }

    private static String of(Set<String> some, Set<String> all) {
        return all.size() == 1
                ? String.join(", ", all)
                : "%d of %d domains".formatted(some.size(), Math.max(some.size(), all.size()));
    }
}
