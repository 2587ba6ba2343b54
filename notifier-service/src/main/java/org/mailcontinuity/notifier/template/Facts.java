package org.mailcontinuity.notifier.template;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.Require;

/** What a notice says, free of language. Kept with the delivery, so that each attempt says the same. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Facts.OfAlert.class, name = "alert"),
    @JsonSubTypes.Type(value = Facts.OfEvent.class, name = "event"),
    @JsonSubTypes.Type(value = Facts.OfTest.class, name = "test"),
    @JsonSubTypes.Type(value = Facts.OfSelf.class, name = "self")
})
public sealed interface Facts {
    int LONGEST = 500;

    /** The alert whose portal page answers this notice. */
    Optional<UUID> alertId();

    /**
     * @param severity {@code DOWN}, {@code DEGRADED} or {@code BLIND}
     * @param monitors at least one
     * @param cause in one sentence
     * @param eventUntil until when a continuity event answers it, where one does
     * @param subject what its monitors have in common, where it is about several
     * @param domainCount how many domains it is about in all
     * @param languages in which it is told; empty = in each reader's own
     */
    record OfAlert(
            Optional<UUID> alertId,
            String severity,
            List<Affected> monitors,
            Instant since,
            Optional<Instant> resolvedAt,
            String cause,
            Optional<Instant> eventUntil,
            Optional<String> subject,
            int domainCount,
            List<String> languages)
            implements Facts {
        public OfAlert {
            subject = Require.orElse(subject, Optional.<String>empty()).map(text -> PlainLine.of(text, 200));
            languages = Require.list("languages", languages, 20);
            domainCount = domainCount == 0 ? domains(monitors) : domainCount;
            cause = PlainLine.of(cause, LONGEST);
            monitors = List.copyOf(monitors);
        }

        /** One about just these monitors, told in each reader's language. */
        public OfAlert(
                Optional<UUID> alertId,
                String severity,
                List<Affected> monitors,
                Instant since,
                Optional<Instant> resolvedAt,
                String cause,
                Optional<Instant> eventUntil) {
            this(
                    alertId,
                    severity,
                    monitors,
                    since,
                    resolvedAt,
                    cause,
                    eventUntil,
                    Optional.empty(),
                    domains(monitors),
                    List.of());
        }

        private static int domains(List<Affected> monitors) {
            return (int) monitors.stream().map(Affected::domain).distinct().count();
        }
    }

    /** A monitor that an alert is about. Its direction is {@code INBOUND}, {@code OUTBOUND} or {@code ACCESS}. */
    record Affected(String name, String domain, String direction) {
        public Affected {
            name = PlainLine.of(name, 100);
            domain = PlainLine.of(domain, 253);
        }
    }

    /**
     * @param wording a sentence of the operator's own
     * @param forUsers whether those read it whom the event covers, not those who run it
     */
    record OfEvent(
            Optional<UUID> alertId,
            String name,
            Optional<String> description,
            Instant from,
            Instant until,
            String by,
            Optional<String> reason,
            Optional<String> wording,
            boolean forUsers)
            implements Facts {
        public OfEvent {
            name = PlainLine.of(name, 100);
            description = description.map(text -> PlainLine.of(text, LONGEST));
            by = PlainLine.of(by, 200);
            reason = reason.map(text -> PlainLine.of(text, LONGEST));
            wording = wording.map(text -> PlainLine.of(text, 2000));
        }
    }

    /** What is wrong with the notifier itself. */
    record OfSelf(List<Finding> findings) implements Facts {
        public OfSelf {
            findings = List.copyOf(findings);
        }

        @Override
        public Optional<UUID> alertId() {
            return Optional.empty();
        }
    }

    /**
     * Something that is late.
     *
     * @param kind such as {@code DELIVERIES_NOT_TRIED}
     */
    record Finding(String kind, long count) {}

    /**
     * @param by who asked for the test
     * @param code by which the reader can prove that the address is theirs, where that is wanted
     */
    record OfTest(String by, Optional<String> code) implements Facts {
        public OfTest {
            by = PlainLine.of(by, 200);
            code = code.map(digits -> PlainLine.of(digits, 20));
        }

        @Override
        public Optional<UUID> alertId() {
            return Optional.empty();
        }
    }
}
