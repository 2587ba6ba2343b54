package org.mailcontinuity.notifier.sms.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailcontinuity.notifier.channel.Attempt;
import org.mailcontinuity.notifier.channel.Channel;
import org.mailcontinuity.notifier.channel.ChannelContract;
import org.mailcontinuity.notifier.channel.http.AddressGuard;
import org.mailcontinuity.notifier.channel.http.HttpConnection;
import org.mailcontinuity.notifier.contact.Address;
import org.mailcontinuity.notifier.credential.CredentialRepository;
import org.mailcontinuity.notifier.sms.KeptSubmissions;
import org.mailcontinuity.notifier.sms.Sms;
import org.mailcontinuity.notifier.sms.SmsChannel;
import org.mailcontinuity.notifier.sms.SmsText;
import org.mailcontinuity.notifier.sms.Submissions;
import org.mailcontinuity.testbed.http.HttpSink;
import org.mailcontinuity.testbed.http.SinkAnswer;
import org.mailcontinuity.testbed.http.SinkRequest;

/** SMS over a provider's HTTP API. */
class GatewayChannelTest implements ChannelContract {
    private static final String BODY =
            "{\"from\":\"{from}\",\"to\":[\"{to}\"],\"text\":\"{text}\",\"ref\":\"{id}\",\"key\":\"{credential.token}\"}";
    private static final Sms SMS =
            new Sms(UUID.randomUUID(), "436641234567", SmsText.of("He said \"äöü\" & <b>{to}</b>\n\\end?a=b&to=1"));

    @TempDir
    Path directory;

    private final HttpSink sink = HttpSink.start();
    private KeptSubmissions submissions = new KeptSubmissions();
    private List<String> allowed = List.of("127.0.0.0/8");

    @BeforeEach
    void credential() throws IOException {
        Path credential = Files.createDirectories(directory.resolve("gateway"));
        Files.writeString(credential.resolve("token"), "s3cret\"");
        Files.writeString(credential.resolve("username"), "ada");
        Files.writeString(credential.resolve("password"), "pass:word");
    }

    @AfterEach
    void close() {
        sink.close();
    }

    @Override
    public Channel channel() {
        submissions = new KeptSubmissions();
        return new SmsChannel(List.of(json()), List.of(), 2, InstantSource.system());
    }

    @Override
    public Address address() {
        return new Address("SMS", "+436641234567", Optional.empty());
    }

    @Override
    public Address impossibleAddress() {
        return new Address("SMS", "911&to=+1", Optional.empty());
    }

    @Override
    public void peerAccepts() {
        sink.answer(SinkAnswer.status(201).withBody("{\"messages\":[{\"id\":\"m-1\",\"status\":\"accepted\"}]}"));
    }

    @Override
    public void peerPutsOff(String words) {
        sink.answer(SinkAnswer.status(500).withBody(words));
    }

    @Override
    public Optional<Duration> peerAsksToWait() {
        sink.answer(SinkAnswer.status(429).withHeaders(Map.of("Retry-After", "17")));
        return Optional.of(Duration.ofSeconds(17));
    }

    @Override
    public void peerRefuses() {
        sink.answer(SinkAnswer.status(400).withBody("{\"error\":\"invalid recipient\"}"));
    }

    @Override
    public void peerIsSilent() {
        sink.answer(SinkAnswer.status(200).after(Duration.ofSeconds(30)));
    }

    @Override
    public void peerTakesAndCuts() {
        sink.answer(SinkAnswer.none());
    }

    @Override
    public List<String> idsTaken() {
        return sink.requests().stream()
                .flatMap(request -> GatewayExpression.of("/ref").find(request.body()).stream())
                .toList();
    }

    @Test
    void valuesStayValuesInJson() {
        peerAccepts();
        assertThat(json().send(SMS))
                .isEqualTo(new Attempt.Accepted(
                        "201 {\"messages\":[{\"id\":\"m-1\",\"status\":\"accepted\"}]}",
                        false,
                        Optional.of(SMS.id().toString())));
        SinkRequest request = sink.requests().getLast();
        assertThat(GatewayExpression.of("/text").find(request.body()))
                .contains(SMS.text().text());
        assertThat(GatewayExpression.of("/to/0").find(request.body())).contains("+436641234567");
        assertThat(GatewayExpression.of("/key").find(request.body())).contains("s3cret\"");
        assertThat(submissions.all())
                .extracting(Submissions.Submission::carrierId)
                .containsExactly("m-1");
    }

    @Test
    void valuesStayValuesInUrlsAndHeaders() {
        sink.answer(SinkAnswer.status(202).withBody("0: Accepted for delivery"));
        GatewayProvider provider = provider(
                "GET",
                "/cgi-bin/sendsms?user={username}&to={to}&text={text}&dlr={receipt-url}",
                Map.of("Authorization", "Basic {basic}", "X-Text", "{text}"),
                Optional.empty());
        provider.send(SMS);
        SinkRequest request = sink.requests().getLast();
        assertThat(request.path())
                .isEqualTo(
                        "/cgi-bin/sendsms?user=ada&to=%2B436641234567&text=He%20said%20%22%C3%A4%C3%B6%C3%BC%22%20%26%20"
                                + "%3Cb%3E%7Bto%7D%3C%2Fb%3E%0A%5Cend%3Fa%3Db%26to%3D1&dlr=https%3A%2F%2Fcallback.test%2F"
                                + SMS.id());
        assertThat(request.header("authorization")).contains("Basic YWRhOnBhc3M6d29yZA==");
        assertThat(request.header("x-text")).contains("He said \"äöü\" & <b>{to}</b> \\end?a=b&to=1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/x-www-form-urlencoded | to={digits}&text={text} | to=436641234567&text=He+said+%22%C3%A4%C3%B6%C3%BC%22+%26+%3Cb%3E%7Bto%7D%3C%2Fb%3E%0A%5Cend%3Fa%3Db%26to%3D1",
                "text/xml | <sms to='{to}'>{text}</sms> | <sms to='+436641234567'>He said &quot;äöü&quot; &amp; &lt;b&gt;{to}&lt;/b&gt;&#10;\\end?a=b&amp;to=1</sms>"
            })
    void valuesStayValuesInOtherBodies(String type, String body, String sent) {
        provider("POST", "/", Map.of("Content-Type", type), Optional.of(body)).send(SMS);
        assertThat(sink.requests().getLast().body()).isEqualTo(sent);
    }

    @Test
    void whatWasTakenIsNotSentAgain() {
        peerAccepts();
        GatewayProvider provider = json();
        provider.send(SMS);
        assertThat(provider.send(SMS)).isInstanceOf(Attempt.Accepted.class);
        assertThat(sink.requests()).hasSize(1);
    }

    @Test
    void successIsWhatTheOperatorSaysItIs() {
        sink.answer(SinkAnswer.status(200).withBody("{\"messages\":[{\"id\":\"m-1\",\"status\":\"rejected\"}]}"));
        assertThat(json().send(SMS)).isInstanceOf(Attempt.PutOff.class);
        sink.answer(SinkAnswer.status(200).withBody("{\"error\":\"invalid recipient\"}"));
        assertThat(json().send(SMS)).isEqualTo(Attempt.Refused.badAddress("200 {\"error\":\"invalid recipient\"}"));
    }

    @Test
    void providerThatAsksForRestIsNotAskedMeanwhile() {
        peerAsksToWait();
        GatewayProvider provider = json();
        provider.send(SMS);
        assertThat(provider.send(SMS).reply()).contains("left alone");
        assertThat(sink.requests()).hasSize(1);
    }

    @Test
    void addressesThatAreNotAllowedAreNotEvenTried() {
        allowed = List.of();
        assertThat(json().send(SMS).reply()).contains("not allowed");
        assertThat(sink.requests()).isEmpty();
    }

    @Test
    void missingSecretIsSaid() {
        GatewayProvider provider = provider("POST", "/?k={credential.nothing}", Map.of(), Optional.empty());
        assertThat(provider.send(SMS).reply()).isEqualTo("credential gateway has no nothing");
        assertThat(sink.requests()).isEmpty();
    }

    private GatewayProvider json() {
        return provider("POST", "/messages", Map.of("Content-Type", "application/json"), Optional.of(BODY));
    }

    private GatewayProvider provider(String method, String path, Map<String, String> headers, Optional<String> body) {
        Map<String, GatewayTemplate> templates = GatewaySettings.headers(headers);
        boolean json = body.filter(BODY::equals).isPresent();
        GatewaySettings settings = new GatewaySettings(
                "gateway",
                method,
                GatewaySettings.url("http://127.0.0.1:" + sink.port() + path),
                templates,
                body.map(text -> GatewaySettings.body(text, templates)),
                Optional.of("gateway"),
                "Continuity",
                Pattern.compile("2\\d\\d"),
                json ? Optional.of(GatewayExpression.of("/messages/0/status")) : Optional.empty(),
                Pattern.compile("accepted"),
                json ? Optional.of(GatewayExpression.of("/messages/0/id")) : Optional.empty(),
                Optional.of(Pattern.compile("invalid recipient")));
        return new GatewayProvider(
                settings,
                http(),
                new CredentialRepository(directory),
                submissions,
                id -> "https://callback.test/" + id,
                InstantSource.system());
    }

    private HttpConnection http() {
        try {
            return new HttpConnection(
                    new AddressGuard(allowed), SSLContext.getDefault(), Duration.ofSeconds(2), InstantSource.system());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
