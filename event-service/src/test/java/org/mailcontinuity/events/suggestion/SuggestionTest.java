package org.mailcontinuity.events.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailcontinuity.contracts.sample.Route;

class SuggestionTest {
    @ParameterizedTest
    @CsvSource({
        "example-org.mail.protection.outlook.com, MICROSOFT_365",
        "example-org.n-v1.mx.microsoft, MICROSOFT_365",
        "ASPMX.L.GOOGLE.COM, GOOGLE_WORKSPACE",
        "smtp.google.com, GOOGLE_WORKSPACE",
        "mx0a-001.pphosted.com, PROOFPOINT",
        "in1-smtp.messagingengine.com, FASTMAIL",
        "mx00.ionos.de, IONOS",
    })
    void recognisesAProviderByItsMx(String host, MailProvider provider) {
        assertThat(MailProvider.ofMx(List.of(Route.of(host, 25, 10)))).contains(provider);
    }

    @ParameterizedTest
    @CsvSource({"mx1.example.org", "evilmx.microsoft.example.org", "notpphosted.com"})
    void takesNoStrangerForAProvider(String host) {
        assertThat(MailProvider.ofMx(List.of(Route.of(host, 25, 10)))).isEmpty();
    }

    @Test
    void findsTheMailboxesBehindAGateway() {
        Suggestion suggestion = suggestion("v=spf1 include:spf.protection.outlook.com -all", "mx0a-001.pphosted.com");
        assertThat(suggestion.provider()).contains(MailProvider.PROOFPOINT);
        assertThat(suggestion.sender()).contains(MailProvider.MICROSOFT_365);
        assertThat(suggestion.submission()).contains(Route.of("smtp.office365.com", 587));
    }

    @Test
    void namesNoSecondProviderWhereItIsTheSame() {
        Suggestion suggestion = suggestion("v=spf1 redirect=_spf.google.com", "aspmx.l.google.com");
        assertThat(suggestion.provider()).contains(MailProvider.GOOGLE_WORKSPACE);
        assertThat(suggestion.sender()).isEmpty();
    }

    @Test
    void warnsOfASingleRouteAndAMissingSpfRecord() {
        Suggestion suggestion = Suggestion.of(
                "example.org",
                new DomainRecords(List.of(Route.of("mx1.example.org", 25, 10)), false, Optional.empty()));
        assertThat(suggestion.monitorable()).isTrue();
        assertThat(suggestion.notes())
                .anyMatch(note -> note.contains("one MX only"))
                .anyMatch(note -> note.contains("no single SPF record"));
    }

    @Test
    void proposesNoMonitorForADomainThatTakesNoMail() {
        Suggestion suggestion = Suggestion.of("example.org", new DomainRecords(List.of(), true, Optional.empty()));
        assertThat(suggestion.monitorable()).isFalse();
        assertThat(SuggestionView.of(suggestion).definition()).isEmpty();
    }

    private static Suggestion suggestion(String spf, String... hosts) {
        List<Route> routes =
                Arrays.stream(hosts).map(host -> Route.of(host, 25, 10)).toList();
        return Suggestion.of("example.org", new DomainRecords(routes, false, Optional.of(spf)));
    }
}
