package org.mailcontinuity.probe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.mailcontinuity.contracts.sample.Sample;
import org.mailcontinuity.probe.arrival.ArrivalBook;
import org.mailcontinuity.probe.arrival.Token;
import org.mailcontinuity.probe.arrival.TokenSeal;
import org.mailcontinuity.probe.check.CheckRunner;
import org.mailcontinuity.probe.credential.CredentialFolder;
import org.mailcontinuity.probe.dialing.Dialer;
import org.mailcontinuity.probe.dns.DnsClient;
import org.mailcontinuity.probe.dns.RouteFinder;
import org.mailcontinuity.probe.guard.HostLimits;
import org.mailcontinuity.probe.inbound.InboundCheck;
import org.mailcontinuity.probe.outbound.OutboundCheck;
import org.mailcontinuity.probe.sample.SampleMapper;
import org.mailcontinuity.probe.smtp.ProbeMessage;
import org.mailcontinuity.probe.smtp.SmtpClient;
import org.mailcontinuity.probe.smtp.StageLimits;
import org.mailcontinuity.probe.smtp.Tls;
import org.mailcontinuity.probe.vantage.OwnFaults;
import org.mailcontinuity.probe.vantage.SelfCheck;
import org.mailcontinuity.probe.vantage.Sight;

/** What a worker needs to make checks, put together from its settings. Nothing here knows of Kafka. */
final class Checks implements AutoCloseable {
    private final ProbeSettings settings;
    private final Return wayBack;
    private final ExecutorService threads;
    private final InstantSource clock;
    private final CredentialFolder credentials;
    private final SmtpClient smtp;
    private final SmtpClient controlSmtp;
    private final HostLimits hosts;
    private final DnsClient dns;
    private final Dialer dialer;
    private final Sight sight;
    private final SelfCheck selfCheck;

    /** How test messages are sealed, and where those under way are waited for. */
    record Return(Optional<TokenSeal> seal, ArrivalBook book) {}

    Checks(ProbeSettings settings, Path credentials, Return wayBack, ExecutorService threads, InstantSource clock) {
        this.settings = settings;
        this.wayBack = wayBack;
        this.threads = threads;
        this.clock = clock;
        this.credentials = new CredentialFolder(credentials);
        this.smtp = new SmtpClient(tls(settings), StageLimits.DEFAULT, settings.sources(), clock);
        this.controlSmtp = new SmtpClient(tls(settings), StageLimits.CONTROL, settings.sources(), clock);
        this.hosts = new HostLimits(settings.mostPerHost());
        this.dns = new DnsClient(settings.dnsServers(), settings.dnsTimeout(), settings.sources());
        this.dialer = new Dialer(dns, settings.guard(), hosts, smtp, clock);
        this.sight = new Sight(settings.controlTargets());
        this.selfCheck = new SelfCheck(
                settings.controlTargets(),
                sight,
                threads,
                new SelfCheck.Greeting(dns, controlSmtp, settings.identity().ehloName()),
                clock);
    }

    /** @param told takes each sample */
    CheckRunner runner(Consumer<Sample> told) {
        InboundCheck inbound =
                new InboundCheck(new RouteFinder(dns), dialer, settings.identity(), tokenFields(), threads, clock);
        OutboundCheck outbound = new OutboundCheck(
                dialer, credentials, wayOut(), settings.identity().ehloName(), clock);
        OwnFaults ownFaults = new OwnFaults(sight, selfCheck);
        return new CheckRunner(inbound, outbound, ownFaults, new SampleMapper(settings.worker()), told);
    }

    HostLimits hosts() {
        return hosts;
    }

    Sight sight() {
        return sight;
    }

    SelfCheck selfCheck() {
        return selfCheck;
    }

    @Override
    public void close() {
        smtp.close();
        controlSmtp.close();
    }

    private Optional<OutboundCheck.Return> wayOut() {
        return wayBack.seal()
                .flatMap(seal ->
                        settings.receiver().map(at -> new OutboundCheck.Return(at.domain(), seal, wayBack.book())));
    }

    private InboundCheck.TokenFields tokenFields() {
        return (monitorId, sampleId, sentAt) -> wayBack.seal()
                .map(seal ->
                        new ProbeMessage.Field(TokenSeal.HEADER, seal.header(new Token(monitorId, sampleId, sentAt))));
    }

    private static Tls tls(ProbeSettings settings) {
        return Tls.trusting(
                settings.trustCertificates().map(Checks::certificates).orElse(List.of()));
    }

    private static List<X509Certificate> certificates(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("continuity.probe.trust-certificates cannot be read: " + file, e);
        } catch (CertificateException e) {
            throw new IllegalArgumentException("continuity.probe.trust-certificates holds no certificates: " + file, e);
        }
    }
}
