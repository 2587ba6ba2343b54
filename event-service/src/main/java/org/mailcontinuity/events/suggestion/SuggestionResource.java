package org.mailcontinuity.events.suggestion;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.events.address.DomainName;
import org.mailcontinuity.events.problem.Refusal;
import org.mailcontinuity.events.problem.RefusedException;

/** Proposes a monitor for a domain. */
@Path("/api/v1/monitors/suggestions")
@Tag(name = "monitors")
@RunOnVirtualThread
final class SuggestionResource {
    private final DnsClient dns;

    SuggestionResource(DnsClient dns) {
        this.dns = dns;
    }

    @GET
    @RolesAllowed("admin")
    @Operation(
            summary = "Look up a domain and propose a monitor",
            description = "Reads MX and SPF records, recognises the provider and returns a definition to create a"
                    + " monitor with.")
    public SuggestionView suggest(
            @Parameter(required = true, example = "example.org") @RestQuery @Nullable String domain) {
        String name = domain(domain);
        return switch (dns.ask(name)) {
            case DnsAnswer.Found found -> SuggestionView.of(Suggestion.of(name, found.records()));
            case DnsAnswer.NoSuchDomain none ->
                throw new RefusedException(
                        Refusal.Invalid.of("domain", "DOMAIN_UNKNOWN", "must exist, but the DNS knows no " + name));
            case DnsAnswer.Unanswered unanswered ->
                throw new RefusedException(new Refusal.Unavailable(
                        "The DNS did not answer about %s: %s.".formatted(name, unanswered.why()),
                        Duration.ofSeconds(10)));
        };
    }

    private static String domain(@Nullable String given) {
        return Optional.ofNullable(given)
                .flatMap(DomainName::parse)
                .map(DomainName::text)
                .orElseThrow(() -> new RefusedException(
                        Refusal.Invalid.of("domain", "DOMAIN", "must be a domain, such as example.org")));
    }
}
