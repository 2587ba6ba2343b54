package org.mailcontinuity.events.suggestion;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mailcontinuity.contracts.sample.Route;
import org.mailcontinuity.events.monitor.MonitorRequest;

/** A suggestion as the API shows it. */
@Schema(description = "What the DNS says about a domain's mail, and a monitor that fits it")
record SuggestionView(
        String domain,
        List<Route> mx,
        Optional<String> spf,

        @Schema(description = "Who takes the domain's mail in", examples = "Microsoft 365")
        Optional<String> provider,

        @Schema(description = "Who sends its mail out, where that is another one")
        Optional<String> sender,

        @Schema(description = "Send this to POST /monitors; absent where the domain takes no mail")
        Optional<MonitorRequest> definition,

        @Schema(description = "Where an outbound check would hand in its message; it needs a credential at the probe")
        Optional<Route> submission,

        List<String> notes) {

    static SuggestionView of(Suggestion suggestion) {
        return new SuggestionView(
                suggestion.domain(),
                suggestion.records().mx(),
                suggestion.records().spf(),
                suggestion.provider().map(MailProvider::title),
                suggestion.sender().map(MailProvider::title),
                suggestion.monitorable()
                        ? Optional.of(MonitorRequest.inboundOf(suggestion.domain()))
                        : Optional.empty(),
                suggestion.submission(),
                suggestion.notes());
    }
}
