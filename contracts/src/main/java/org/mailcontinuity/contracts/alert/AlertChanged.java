package org.mailcontinuity.contracts.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.mailcontinuity.contracts.DerivedId;
import org.mailcontinuity.contracts.Message;
import org.mailcontinuity.contracts.Require;
import org.mailcontinuity.contracts.contact.QuietHours;
import org.mailcontinuity.contracts.disruption.Cause;
import org.mailcontinuity.contracts.disruption.Severity;

/**
 * An alert as it now is. It carries ids of contacts, never their addresses.
 *
 * <p>Disruptions that have a cause in common, concern the same policy and were found within two minutes share one alert:
 * the first one raises it, the others join. It is resolved when all of them are over. A disruption under another policy
 * has an alert of its own, with the same {@code subject}.
 *
 * @param alertId {@link #idOf derived} from the disruption that raised it
 * @param revision grows with every change; readers drop a lower one
 * @param episode 1 at first; grows when the alert reopens or its severity rises, and each episode is told anew
 * @param since when the evidence of the fault began
 * @param firedAt when this episode began
 * @param changedAt when the alert came to be as it is
 * @param standing who acknowledged, suspended or closed it, where a person did
 * @param resolvedAt when all its disruptions were over
 * @param repeatInterval how often it is told again while it fires, 1 s to 24 h (default 30 min)
 * @param steps the ladder, in order, at most 10; empty where the monitor has no policy
 * @param cause of the worst that lasts; of those that are equally bad, the earliest
 * @param monitors what it is about, 1 to 200: those that last first, and of more than 200 the first ones
 * @param disruptionIds the disruptions of these monitors, 1 to 200
 * @param event the continuity event that answers it
 * @param subject what the disruptions have in common, as a person names it: a provider or a host; absent for one alone
 * @param domainCount how many domains it is about in all (default: those in {@code monitors})
 * @param monitorCount how many monitors it is about in all, each direction counted (default: those in {@code monitors})
 * @param openCount how many of these last (default: those in {@code monitors} without {@code clearedAt}, 0 once resolved)
 * @param policyId the policy that the steps come from
 * @param quietHours the policy's: when it is not to be told, and what is told all the same
 * @param languages in which it is told: a person's own where it is among them, else the first; empty = each person's own
 */
public record AlertChanged(
        UUID alertId,
        long revision,
        AlertState state,
        int episode,
        Severity severity,
        Instant since,
        Instant firedAt,
        Instant changedAt,
        Optional<Standing> standing,
        Optional<Instant> resolvedAt,
        Duration repeatInterval,
        List<AlertStep> steps,
        Cause cause,
        List<AffectedMonitor> monitors,
        List<UUID> disruptionIds,
        Optional<EventAnswer> event,
        Optional<String> subject,
        Integer domainCount,
        Integer monitorCount,
        Integer openCount,
        Optional<UUID> policyId,
        Optional<QuietHours> quietHours,
        List<String> languages)
        implements Message {
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Z]{2})?");

    public AlertChanged {
        Require.present("alertId", alertId);
        Require.range("revision", revision, 1, Long.MAX_VALUE);
        Require.present("state", state);
        Require.range("episode", episode, 1, Integer.MAX_VALUE);
        Require.present("severity", severity);
        Require.present("since", since);
        Require.present("firedAt", firedAt);
        Require.present("changedAt", changedAt);
        repeatInterval = Require.orElse(repeatInterval, Duration.ofMinutes(30));
        Require.range("repeatInterval", repeatInterval, Duration.ofSeconds(1), Duration.ofHours(24));
        steps = Require.list("steps", steps, 10);
        Require.present("cause", cause);
        monitors = Require.list("monitors", monitors, 200);
        Require.range("monitors", monitors.size(), 1, 200);
        disruptionIds = Require.list("disruptionIds", disruptionIds, 200);
        Require.range("disruptionIds", disruptionIds.size(), 1, 200);
        subject = Require.orElse(subject, Optional.empty());
        Require.optionalText("subject", subject, 200);
        domainCount = Require.orElse(domainCount, domains(monitors));
        Require.range("domainCount", domainCount, 1, Integer.MAX_VALUE);
        monitorCount = Require.orElse(monitorCount, monitors.size());
        Require.range("monitorCount", monitorCount, 1, Integer.MAX_VALUE);
        openCount = Require.orElse(openCount, state == AlertState.RESOLVED ? 0 : lasting(monitors));
        Require.range("openCount", openCount, 0, monitorCount);
        policyId = Require.orElse(policyId, Optional.empty());
        quietHours = Require.orElse(quietHours, Optional.empty());
        languages = Require.list("languages", languages, 20);
        languages.forEach(
                tag -> Require.matching("languages", tag, LANGUAGE, "must be language tags such as en or de-AT"));
    }

    /** The id of the alert that {@code disruptionId} raises. */
    public static UUID idOf(UUID disruptionId) {
        return DerivedId.of("alert", disruptionId);
    }

    private static int domains(List<AffectedMonitor> monitors) {
        return (int) monitors.stream().map(AffectedMonitor::domain).distinct().count();
    }

    private static int lasting(List<AffectedMonitor> monitors) {
        return (int) monitors.stream()
                .filter(monitor -> monitor.clearedAt().isEmpty())
                .count();
    }

    @Override
    public String key() {
        return alertId.toString();
    }
}
