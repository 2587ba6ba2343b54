package org.mailcontinuity.probe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.contracts.arrival.Arrival;
import org.mailcontinuity.probe.arrival.ArrivalBook;
import org.mailcontinuity.probe.arrival.ArrivalConsumer;
import org.mailcontinuity.probe.arrival.ArrivalDesk;
import org.mailcontinuity.probe.arrival.ArrivalServer;
import org.mailcontinuity.probe.arrival.Token;
import org.mailcontinuity.probe.arrival.TokenKeys;
import org.mailcontinuity.probe.arrival.TokenSeal;
import org.mailcontinuity.probe.assignment.MonitorConsumer;
import org.mailcontinuity.probe.check.CheckDesk;
import org.mailcontinuity.probe.check.CheckRunner;
import org.mailcontinuity.probe.credential.CredentialFolder;
import org.mailcontinuity.probe.dialing.Dialer;
import org.mailcontinuity.probe.dns.DnsClient;
import org.mailcontinuity.probe.dns.RouteFinder;
import org.mailcontinuity.probe.guard.HostLimits;
import org.mailcontinuity.probe.inbound.InboundCheck;
import org.mailcontinuity.probe.kafka.MessagePublisher;
import org.mailcontinuity.probe.kafka.ReaderClient;
import org.mailcontinuity.probe.kafka.ReaderCounts;
import org.mailcontinuity.probe.kafka.RecordPublisher;
import org.mailcontinuity.probe.outbound.OutboundCheck;
import org.mailcontinuity.probe.sample.SampleCounts;
import org.mailcontinuity.probe.sample.SampleMapper;
import org.mailcontinuity.probe.schedule.CheckScheduler;
import org.mailcontinuity.probe.smtp.ProbeMessage;
import org.mailcontinuity.probe.smtp.SmtpClient;
import org.mailcontinuity.probe.smtp.StageLimits;
import org.mailcontinuity.probe.smtp.Tls;
import org.mailcontinuity.probe.vantage.SelfCheck;
import org.mailcontinuity.probe.vantage.Sight;
import org.mailcontinuity.probe.vantage.VantageReporter;

/** The parts of a probe worker, put together; started and ended in order. */
final class Probe implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Probe.class);
    private static final Duration LAST_CHECKS = Duration.ofSeconds(3);

    private final ProbeSettings settings;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("probe-timer").factory());
    private final SmtpClient smtp;
    private final HostLimits hosts;
    private final Sight sight;
    private final SelfCheck selfCheck;
    private final RecordPublisher records;
    private final MessagePublisher publisher;
    private final ReaderCounts readerCounts = new ReaderCounts();
    private final SampleCounts sampleCounts = new SampleCounts();
    private final ArrivalBook book = new ArrivalBook();
    private final Optional<ArrivalDesk> arrivals;
    private final ArrivalConsumer arrivalConsumer;
    private final CheckScheduler scheduler;
    private final CheckDesk checkDesk;
    private final MonitorConsumer monitors;
    private final VantageReporter reporter;
    private Optional<ArrivalServer> receiver = Optional.empty();

    Probe(ProbeSettings settings, Path credentials, Map<String, Object> kafka, InstantSource clock) {
        this.settings = settings;
        this.smtp = new SmtpClient(tls(settings), StageLimits.DEFAULT, settings.sources(), clock);
        this.records = new RecordPublisher(kafka, settings.buffer(), Topics.SAMPLES.name(), clock);
        this.publisher = new MessagePublisher(records, settings.vantage(), settings.worker(), clock);
        this.hosts = new HostLimits(settings.mostPerHost());
        DnsClient dns = new DnsClient(settings.dnsServers(), settings.dnsTimeout(), settings.sources());
        Dialer dialer = new Dialer(dns, settings.guard(), hosts, smtp, clock);
        Optional<TokenSeal> seal = settings.tokenKeys().map(TokenKeys::read).map(TokenSeal::new);
        this.arrivals = seal.flatMap(with -> settings.receiver().map(at -> desk(at, with, clock)));
        this.sight = new Sight(settings.controlTargets());
        this.selfCheck = new SelfCheck(
                settings.controlTargets(), sight, dns, smtp, settings.identity().ehloName(), clock);
        InboundCheck inbound =
                new InboundCheck(new RouteFinder(dns), dialer, settings.identity(), tokenFields(seal), threads, clock);
        OutboundCheck outbound = new OutboundCheck(
                dialer,
                new CredentialFolder(credentials),
                seal.flatMap(with -> settings.receiver().map(at -> new OutboundCheck.Return(at.domain(), with, book))),
                settings.identity().ehloName(),
                clock);
        CheckRunner runner = new CheckRunner(inbound, outbound, sight, new SampleMapper(settings.worker()), sample -> {
            sampleCounts.count(sample);
            publisher.publish(sample);
        });
        this.scheduler = new CheckScheduler(settings.vantage(), runner, threads, settings.mostAtOnce(), clock);
        this.checkDesk = new CheckDesk(runner, settings.vantage(), threads, clock);
        ReaderClient readers = new ReaderClient(kafka);
        this.arrivalConsumer = new ArrivalConsumer(readers, settings.worker(), book, publisher, readerCounts);
        this.monitors =
                new MonitorConsumer(readers, settings.vantage(), settings.worker(), scheduler, publisher, readerCounts);
        this.reporter = new VantageReporter(
                new VantageReporter.Worker(settings.vantage(), settings.worker()),
                sight,
                scheduler,
                records,
                publisher,
                clock);
    }

    void start() {
        receiver = arrivals.map(desk -> {
            ProbeSettings.ReceiverAddress at = settings.receiver().orElseThrow();
            return ArrivalServer.start(at.bind(), at.port(), settings.identity().ehloName(), at.tls(), desk);
        });
        arrivalConsumer.start();
        selfCheck.start(timer, threads, settings.controlInterval());
        reporter.start(timer);
        monitors.start();
        LOG.infof(
                "probe started vantage=%s worker=%s receiver=%s controlTargets=%d",
                settings.vantage(),
                settings.worker(),
                receiver.map(server -> Integer.toString(server.port())).orElse("none"),
                settings.controlTargets().size());
    }

    /** Takes no new checks, lets short ones end, hands the monitors back, and tells what there is to tell. */
    @Override
    public void close() {
        scheduler.close();
        timer.shutdownNow();
        letEnd(LAST_CHECKS);
        scheduler.abandon();
        monitors.close();
        arrivalConsumer.close();
        receiver.ifPresent(ArrivalServer::close);
        reporter.stop();
        records.close();
        smtp.close();
        threads.shutdownNow();
    }

    CheckDesk checkDesk() {
        return checkDesk;
    }

    CheckScheduler scheduler() {
        return scheduler;
    }

    RecordPublisher records() {
        return records;
    }

    ReaderCounts readerCounts() {
        return readerCounts;
    }

    SampleCounts sampleCounts() {
        return sampleCounts;
    }

    Optional<ArrivalDesk> arrivals() {
        return arrivals;
    }

    HostLimits hosts() {
        return hosts;
    }

    Sight sight() {
        return sight;
    }

    /** Whether this worker has its share of the monitors. */
    boolean isAssigned() {
        return monitors.isReady();
    }

    private ArrivalDesk desk(ProbeSettings.ReceiverAddress at, TokenSeal seal, InstantSource clock) {
        ArrivalDesk.Place place = new ArrivalDesk.Place(settings.vantage(), settings.worker());
        return new ArrivalDesk(at.domain(), seal, place, clock, this::arrived);
    }

    /** Told here at once, and to the other workers by the topic: it may be one of theirs. */
    private void arrived(Arrival arrival) {
        book.arrived(arrival);
        publisher.publish(arrival);
    }

    private void letEnd(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (scheduler.running() > book.size() && System.nanoTime() - end < 0) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static InboundCheck.TokenFields tokenFields(Optional<TokenSeal> seal) {
        return (monitorId, sampleId, sentAt) -> seal.map(
                with -> new ProbeMessage.Field(TokenSeal.HEADER, with.header(new Token(monitorId, sampleId, sentAt))));
    }

    private static Tls tls(ProbeSettings settings) {
        return Tls.trusting(
                settings.trustCertificates().map(Probe::certificates).orElse(List.of()));
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
