package org.mailcontinuity.contracts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.alert.AlertChanged;
import org.mailcontinuity.contracts.arrival.Arrival;
import org.mailcontinuity.contracts.confirmation.ConfirmationRequested;
import org.mailcontinuity.contracts.disruption.Cause;
import org.mailcontinuity.contracts.disruption.ClearReason;
import org.mailcontinuity.contracts.disruption.Disruption;
import org.mailcontinuity.contracts.disruption.DisruptionChanged;
import org.mailcontinuity.contracts.disruption.DisruptionCleared;
import org.mailcontinuity.contracts.disruption.DisruptionOpened;
import org.mailcontinuity.contracts.disruption.DisruptionReopened;
import org.mailcontinuity.contracts.disruption.FiredRule;
import org.mailcontinuity.contracts.disruption.Severity;
import org.mailcontinuity.contracts.event.ChangeKind;
import org.mailcontinuity.contracts.event.ContinuityEventChanged;
import org.mailcontinuity.contracts.event.EventChange;
import org.mailcontinuity.contracts.event.EventState;
import org.mailcontinuity.contracts.event.NoticeWording;
import org.mailcontinuity.contracts.event.Notices;
import org.mailcontinuity.contracts.event.Recovery;
import org.mailcontinuity.contracts.event.Scope;
import org.mailcontinuity.contracts.event.StartedBy;
import org.mailcontinuity.contracts.mode.ContinuityMode;
import org.mailcontinuity.contracts.monitor.Activation;
import org.mailcontinuity.contracts.monitor.ActivationMode;
import org.mailcontinuity.contracts.monitor.Depth;
import org.mailcontinuity.contracts.monitor.DetectionSettings;
import org.mailcontinuity.contracts.monitor.FailureCounter;
import org.mailcontinuity.contracts.monitor.Inbound;
import org.mailcontinuity.contracts.monitor.MaintenanceSpan;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.contracts.monitor.Outbound;
import org.mailcontinuity.contracts.monitor.Rule;
import org.mailcontinuity.contracts.monitor.Schedule;
import org.mailcontinuity.contracts.monitor.Sensitivity;
import org.mailcontinuity.contracts.monitor.Submission;
import org.mailcontinuity.contracts.monitor.SubmissionSecurity;
import org.mailcontinuity.contracts.monitor.TlsPolicy;
import org.mailcontinuity.contracts.monitor.Traffic;
import org.mailcontinuity.contracts.pipeline.PipelineSeen;
import org.mailcontinuity.contracts.sample.Certificate;
import org.mailcontinuity.contracts.sample.Check;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.contracts.sample.Fault;
import org.mailcontinuity.contracts.sample.Outcome;
import org.mailcontinuity.contracts.sample.Reply;
import org.mailcontinuity.contracts.sample.Route;
import org.mailcontinuity.contracts.sample.Sample;
import org.mailcontinuity.contracts.sample.Stage;
import org.mailcontinuity.contracts.sample.Timings;
import org.mailcontinuity.contracts.sample.Trigger;
import org.mailcontinuity.contracts.vantage.VantageState;
import org.mailcontinuity.contracts.vantage.VantageStatus;
import org.mailcontinuity.contracts.window.EvidenceScore;
import org.mailcontinuity.contracts.window.LatencyQuantiles;
import org.mailcontinuity.contracts.window.VantageCounts;
import org.mailcontinuity.contracts.window.Verdict;
import org.mailcontinuity.contracts.window.WindowJudgement;
import org.mailcontinuity.contracts.window.WindowSample;

/** One complete example of every message: a night on which the mail server of example.test refused connections. */
final class Examples {
    static final UUID MONITOR = UUID.fromString("019c1f3a-7c00-7a10-8b3e-3f1f0c9d2a01");
    static final UUID POLICY = UUID.fromString("019c1f3a-7c00-7a10-8b3e-3f1f0c9d2a02");
    static final UUID CONTACT = UUID.fromString("019c1f3a-7c00-7a10-8b3e-3f1f0c9d2a03");
    static final UUID EVENT = UUID.fromString("019c1f3a-7c00-7a10-8b3e-3f1f0c9d2a04");
    static final UUID GROUP = UUID.fromString("019c1f3a-7c00-7a10-8b3e-3f1f0c9d2a05");

    private static final Instant START = Instant.parse("2026-11-24T03:12:00Z");
    private static final Route MX1 = Route.of("mx1.example.test", 25, 10);

    private Examples() {}

    static List<Message> all() {
        return List.of(
                monitorDefinition(),
                sample(),
                arrival(),
                vantageStatus(),
                AlertExamples.contact(),
                windowJudgement(),
                new DisruptionOpened(disruption(Severity.DEGRADED)),
                new DisruptionChanged(disruption(Severity.DOWN), at(95)),
                new DisruptionReopened(disruption(Severity.DOWN), at(900)),
                new DisruptionCleared(disruption(Severity.DOWN), at(1800), ClearReason.RECOVERED),
                continuityEventChanged(),
                new ContinuityMode(
                        GROUP.toString(),
                        List.of(new ContinuityMode.ActiveEvent(EVENT, at(14_400))),
                        at(240),
                        at(14_400),
                        1),
                AlertExamples.alertChanged(),
                AlertExamples.notificationAttempted(),
                new ConfirmationRequested(
                        MONITOR, Direction.INBOUND, START.plusMillis(200), "eu-1", sample().sampleId()),
                AlertExamples.audience(),
                new PipelineSeen(at(62), at(60)),
                AlertExamples.contactReplied(),
                AlertExamples.replyHandled());
    }

    static MonitorDefinition monitorDefinition() {
        return new MonitorDefinition(
                MONITOR,
                3,
                "example.test mail",
                "example.test",
                true,
                Map.of("site", "vienna"),
                Optional.of(new Inbound(
                        List.of(MX1, Route.of("mx2.example.test", 25, 20)),
                        false,
                        "probe@example.test",
                        Depth.RECIPIENT,
                        TlsPolicy.OPPORTUNISTIC)),
                Optional.of(new Outbound(
                        new Submission(
                                "submit.example.test",
                                587,
                                SubmissionSecurity.STARTTLS,
                                Optional.of("example-submission")),
                        "probe@example.test",
                        Duration.ofMinutes(2))),
                Optional.of(new Traffic(List.of(Direction.INBOUND, Direction.OUTBOUND))),
                new Schedule(Duration.ofSeconds(30), Duration.ofSeconds(60)),
                List.of("eu-1", "us-1"),
                new DetectionSettings(
                        Rule.EVIDENCE, Sensitivity.BALANCED, new FailureCounter(Duration.ofMinutes(2), 3)),
                List.of(new MaintenanceSpan(at(86_400), at(90_000))),
                new Activation(
                        ActivationMode.AUTOMATIC,
                        Duration.ofMinutes(15),
                        Duration.ofHours(4),
                        Optional.of(Scope.EVERYONE)),
                Optional.of(POLICY));
    }

    static Sample sample() {
        Optional<Route> route = Optional.of(MX1);
        Optional<Long> none = Optional.empty();
        return new Sample(
                Sample.idOf(MONITOR, "eu-1", Check.SMTP_ROUTE, route, START),
                MONITOR,
                3,
                Direction.INBOUND,
                Check.SMTP_ROUTE,
                route,
                "eu-1",
                "probe-0",
                Trigger.SCHEDULED,
                START,
                START.plusMillis(3),
                START.plusMillis(187),
                Optional.empty(),
                Outcome.FAILURE,
                Stage.RCPT,
                Optional.of(new Reply(451, Optional.of("4.7.1"), Optional.of("Try again later"))),
                Optional.of(Fault.TEMPFAIL),
                new Timings(
                        Optional.of(2L),
                        Optional.of(11L),
                        Optional.of(20L),
                        Optional.of(12L),
                        Optional.of(12L),
                        Optional.of(41L),
                        none,
                        Optional.of(14L),
                        Optional.of(70L),
                        none,
                        none,
                        none,
                        184),
                Optional.of(new Certificate(
                        "CN=mx1.example.test", "CN=Example CA", Instant.parse("2027-02-01T00:00:00Z"), 68)),
                Optional.empty());
    }

    private static Arrival arrival() {
        return new Arrival(
                MONITOR,
                Sample.idOf(MONITOR, "eu-1", Check.OUTBOUND_DELIVERY, Optional.of(MX1), START),
                START,
                START.plusMillis(1450),
                "eu-1",
                "probe-0",
                true,
                List.of("from submit.example.test (submit.example.test [192.0.2.10]) by probe-0.probe.test"));
    }

    private static VantageStatus vantageStatus() {
        return new VantageStatus(
                "eu-1",
                "probe-0",
                at(60),
                VantageState.OK,
                120,
                Duration.ofMillis(4),
                Optional.of(Duration.ofMillis(-12)),
                0,
                List.of(new VantageStatus.ControlTarget("control.example.net:25", true, at(30))),
                Optional.of(at(59)));
    }

    private static WindowJudgement windowJudgement() {
        return new WindowJudgement(
                MONITOR,
                Direction.INBOUND,
                START,
                at(60),
                Verdict.FAILING,
                List.of(new VantageCounts("eu-1", 1, 0, 2, 0), new VantageCounts("us-1", 0, 0, 2, 1)),
                Optional.of(new EvidenceScore(56, 48)),
                Optional.of(0),
                Optional.of(new LatencyQuantiles(180, 210, 240)),
                Optional.empty(),
                Optional.of(Stage.CONNECT),
                Optional.of(Fault.CONNECT_REFUSED),
                List.of(
                        new WindowSample(
                                "eu-1", Optional.of(MX1.address()), 187, Outcome.SUCCESS, 184, Optional.empty()),
                        new WindowSample(
                                "eu-1",
                                Optional.of(MX1.address()),
                                30_020,
                                Outcome.FAILURE,
                                6,
                                Optional.of(Fault.CONNECT_REFUSED))));
    }

    static Disruption disruption(Severity severity) {
        return new Disruption(
                Disruption.idOf(MONITOR, Direction.INBOUND, "FLOW", at(30)),
                MONITOR,
                Direction.INBOUND,
                at(30),
                at(61),
                new FiredRule("EVIDENCE", Map.of("score", 56.0, "threshold", 48.0)),
                severity,
                cause(),
                List.of("eu-1", "us-1"),
                List.of("asia-1"),
                List.of(sample().sampleId()));
    }

    static Cause cause() {
        return new Cause(
                Optional.of(Stage.CONNECT),
                Optional.of(Fault.CONNECT_REFUSED),
                Optional.of(MX1),
                "host:mx1.example.test",
                "mx1.example.test refuses connections on port 25 (2 of 3 vantages)",
                0.93);
    }

    private static ContinuityEventChanged continuityEventChanged() {
        return new ContinuityEventChanged(
                EVENT,
                2,
                EventState.ACTIVE,
                new EventChange(ChangeKind.STARTED, at(240), "Ada Admin", Optional.of("from the alert")),
                "Mail server down",
                Optional.of("Started from the alert of 03:13."),
                new Scope(false, List.of(GROUP)),
                at(240),
                at(14_400),
                "Europe/Vienna",
                Optional.of(at(240)),
                Optional.empty(),
                Optional.of(StartedBy.ALERT_LINK),
                Optional.of(alertId()),
                Optional.of(disruption(Severity.DOWN).disruptionId()),
                false,
                new Notices(
                        true,
                        true,
                        List.of(CONTACT),
                        Optional.of("Please use the web mail."),
                        List.of(new NoticeWording(
                                "de", Optional.of("Bitte das Webmail benutzen."), Optional.of("Alles wieder gut."))),
                        List.of(GROUP),
                        true),
                Recovery.NOT_APPLICABLE);
    }

    static UUID alertId() {
        return AlertChanged.idOf(disruption(Severity.DOWN).disruptionId());
    }

    static Instant at(long secondsAfterStart) {
        return START.plusSeconds(secondsAfterStart);
    }
}
