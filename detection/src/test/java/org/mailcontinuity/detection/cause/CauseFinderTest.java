package org.mailcontinuity.detection.cause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailcontinuity.detection.observation.Check;
import org.mailcontinuity.detection.observation.Fault;
import org.mailcontinuity.detection.observation.Reply;
import org.mailcontinuity.detection.observation.Route;
import org.mailcontinuity.detection.observation.Stage;
import org.mailcontinuity.detection.vantage.RouteKey;

class CauseFinderTest {
    private static final RouteKey MX1 = key("mx1.example.test", 25, 10);
    private static final RouteKey MX2 = key("mx2.example.test", 25, 20);
    private static final Onlookers LOCAL = new Onlookers(List.of("local"), List.of());

    @Test
    void namesTheCauseOfTheWorkedExample() {
        Cause cause = find(
                LOCAL,
                count(Stage.CONNECT, Fault.CONNECT_REFUSED, MX2, 5),
                count(Stage.CONNECT, Fault.CONNECT_REFUSED, MX1, 6),
                count(Stage.RCPT, Fault.TEMPFAIL, MX2, 1));
        assertThat(cause.sentence()).isEqualTo("mx1.example.test refuses connections (all 2 routes, vantage local)");
        assertThat(cause.causeKey()).isEqualTo("CONNECT:CONNECT_REFUSED:mx1.example.test");
        assertThat(cause.confidence()).isCloseTo(11 / 12.0, within(1e-9));
        assertThat(cause.route()).isEmpty();
    }

    @Test
    void aSingleFailureOfAnotherRouteIsNotMeant() {
        Cause cause = find(
                LOCAL,
                count(Stage.CONNECT, Fault.CONNECT_TIMEOUT, MX1, 1),
                count(Stage.CONNECT, Fault.CONNECT_TIMEOUT, MX2, 7));
        assertThat(cause.route()).isEqualTo(MX2.route());
        assertThat(cause.sentence())
                .isEqualTo("mx2.example.test does not answer connections (1 of 2 routes, vantage local)");
    }

    @Test
    void saysWhenEvidenceIsMixedAndNamesTheEarliestStage() {
        Cause cause =
                find(LOCAL, count(Stage.RCPT, Fault.REJECTED, MX1, 5), count(Stage.TLS, Fault.TLS_UNTRUSTED, MX1, 5));
        assertThat(cause.stage()).contains(Stage.TLS);
        assertThat(cause.sentence())
                .isEqualTo("mixed, earliest: mx1.example.test's certificate is not trusted"
                        + " (1 of 2 routes, vantage local)");
        assertThat(cause.route()).isEqualTo(MX1.route());
    }

    @Test
    void whatAlwaysFailsALittleIsNotBlamed() {
        StageRates rates = StageRates.NONE;
        for (int vote = 0; vote < 20_000; vote++) {
            rates = vote % 10 == 0 ? rates.against(Stage.RCPT) : rates.good();
        }
        Cause cause = find(
                rates,
                LOCAL,
                count(Stage.RCPT, Fault.TEMPFAIL, MX1, 10),
                count(Stage.CONNECT, Fault.CONNECT_TIMEOUT, MX1, 8));
        assertThat(cause.stage()).contains(Stage.CONNECT);
        assertThat(cause.confidence()).isGreaterThan(0.9);
    }

    @Test
    void aRateThatFadedIsForgotten() {
        StageRates rates = StageRates.NONE.against(Stage.RCPT);
        for (int vote = 0; vote < 10_000; vote++) {
            rates = rates.good();
        }
        assertThat(rates).isEqualTo(StageRates.NONE);
    }

    @Test
    void namesThePortWhereItIsNotAMailPort() {
        Cause cause = find(LOCAL, count(Stage.CONNECT, Fault.CONNECT_TIMEOUT, key("mx1.example.test", 3025, 10), 1));
        assertThat(cause.sentence()).startsWith("mx1.example.test:3025 does not answer connections");
    }

    @ParameterizedTest
    @CsvSource({
        "'eu-1', '', vantage eu-1",
        "'eu-1,us-1,ap-1', '', all 3 vantages",
        "'eu-1', 'us-1,ap-1', '1 of 3 vantages: eu-1'",
        "'a,b,c,d', 'e', '4 of 5 vantages: a, b, c, …'"
    })
    void saysWhoSeesIt(String agreeing, String disagreeing, String words) {
        Cause cause = find(
                new Onlookers(names(agreeing), names(disagreeing)),
                count(Stage.DNS, Fault.DNS_TIMEOUT, new RouteKey(Check.DNS, Optional.empty()), 3));
        assertThat(cause.sentence()).isEqualTo("the DNS servers of example.test do not answer (" + words + ")");
        assertThat(cause.causeKey()).isEqualTo("DNS:DNS_TIMEOUT:example.test");
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void everyFaultHasASentenceOfItsOwn(Fault fault) {
        String sentence = find(LOCAL, count(Stage.RCPT, fault, MX1, 1)).sentence();
        assertThat(sentence).doesNotContain(fault.name()).doesNotContain("  ").hasSizeLessThan(200);
    }

    @Test
    void tellsTheReplyCodesButNeverTheReplyText() {
        CauseCount count = new CauseCount(
                Stage.DATA, Fault.TEMPFAIL, MX1, 1, Optional.of(new Reply(421, "4.3.2")), Optional.empty());
        assertThat(find(LOCAL, count).sentence()).startsWith("mx1.example.test puts mail off at DATA with 421 4.3.2 (");
    }

    private static Cause find(Onlookers onlookers, CauseCount... counts) {
        return find(StageRates.NONE, onlookers, counts);
    }

    private static Cause find(StageRates rates, Onlookers onlookers, CauseCount... counts) {
        int against = Stream.of(counts).mapToInt(CauseCount::count).sum();
        CauseTally tally = new CauseTally(Instant.EPOCH, 100, against, 100, 0, 100, List.of(counts), List.of());
        return CauseFinder.find(tally, rates, Set.of(MX1, MX2), onlookers, "example.test");
    }

    private static CauseCount count(Stage stage, Fault fault, RouteKey key, int count) {
        return new CauseCount(stage, fault, key, count, Optional.empty(), Optional.empty());
    }

    private static RouteKey key(String host, int port, int preference) {
        return new RouteKey(Check.SMTP_ROUTE, Optional.of(new Route(host, port, OptionalInt.of(preference))));
    }

    private static List<String> names(String list) {
        return list.isEmpty() ? List.of() : List.of(list.split(","));
    }
}
