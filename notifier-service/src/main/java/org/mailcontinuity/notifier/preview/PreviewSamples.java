package org.mailcontinuity.notifier.preview;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.ContractViolation;
import org.mailcontinuity.notifier.template.Digest;
import org.mailcontinuity.notifier.template.Facts;
import org.mailcontinuity.notifier.template.Notices;
import org.mailcontinuity.notifier.template.Reader;
import org.mailcontinuity.notifier.template.Wording;

/** Words each notice about made-up facts. Pure. */
final class PreviewSamples {
    private static final List<String> NOTICES = List.of(
            "firing",
            "acknowledged",
            "resolved",
            "started",
            "ended",
            "userstarted",
            "userended",
            "digest",
            "test",
            "late");
    private static final String CAUSE = "mx1.example.com does not accept mail: 451 4.3.0 try again later";
    private static final UUID ALERT = new UUID(0, 0);
    /** As long as a real one. */
    private static final String LINK_PATH = "/portal/" + "x".repeat(136);

    private final Notices notices;
    private final URI publicUrl;
    private final Instant now;

    PreviewSamples(Notices notices, URI publicUrl, Instant now) {
        this.notices = notices;
        this.publicUrl = publicUrl;
        this.now = now;
    }

    /** @throws ContractViolation if there is no notice of this name */
    static void known(String notice) {
        if (!NOTICES.contains(notice)) {
            throw new ContractViolation("notice", "must be one of " + String.join(", ", NOTICES), notice);
        }
    }

    Wording word(PreviewRequest request) {
        Reader reader = new Reader("Ada Lovelace", request.locale(), request.zone());
        String cause = request.cause().orElse(CAUSE);
        Optional<URI> link = Optional.of(URI.create(publicUrl.toString().replaceAll("/+$", "") + LINK_PATH));
        return switch (request.notice()) {
            case "digest" -> notices.digest(digest(cause, link), reader);
            case "firing", "acknowledged", "resolved" ->
                notices.word(
                        request.notice(),
                        alert(request.notice(), cause),
                        reader,
                        link,
                        0,
                        request.notice().equals("acknowledged") ? Optional.empty() : Optional.of("4711"));
            case "started", "ended" -> notices.word(request.notice(), event(false), reader, link, 0);
            case "userstarted", "userended" -> notices.word(request.notice(), event(true), reader, Optional.empty(), 0);
            case "late" ->
                notices.word(
                        "late",
                        new Facts.OfSelf(List.of(new Facts.Finding("DELIVERIES_NOT_TRIED", 3))),
                        reader,
                        Optional.empty(),
                        0);
            default -> notices.word("test", new Facts.OfTest("Grace", Optional.empty()), reader, Optional.empty(), 0);
        };
    }

    private Facts.OfAlert alert(String notice, String cause) {
        return new Facts.OfAlert(
                Optional.of(ALERT),
                "DOWN",
                List.of(
                        new Facts.Affected("Main mail", "example.com", "INBOUND"),
                        new Facts.Affected("Branch", "branch.example.com", "INBOUND")),
                now.minus(Duration.ofMinutes(7)),
                notice.equals("resolved") ? Optional.of(now) : Optional.empty(),
                cause,
                Optional.empty());
    }

    private Facts.OfEvent event(boolean forUsers) {
        return new Facts.OfEvent(
                Optional.of(ALERT),
                "Mail outage",
                Optional.of("The mail server is being replaced"),
                now,
                now.plus(Duration.ofHours(4)),
                "Grace Hopper",
                Optional.of("mx1 is dead"),
                Optional.of("Please use the telephone for what is urgent."),
                forUsers);
    }

    private static Digest digest(String cause, Optional<URI> link) {
        return new Digest(List.of(
                new Digest.Line("[DOWN] example.com: " + cause, link),
                new Digest.Line("[RESOLVED] example.org", link)));
    }
}
