package org.mailcontinuity.probe;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.contracts.arrival.Arrival;
import org.mailcontinuity.contracts.confirmation.ConfirmationRequested;
import org.mailcontinuity.contracts.sample.Sample;
import org.mailcontinuity.probe.arrival.ArrivalBook;
import org.mailcontinuity.probe.arrival.ArrivalDesk;
import org.mailcontinuity.probe.arrival.ArrivalServer;
import org.mailcontinuity.probe.arrival.TokenKeys;
import org.mailcontinuity.probe.arrival.TokenSeal;
import org.mailcontinuity.probe.assignment.MonitorConsumer;
import org.mailcontinuity.probe.check.CheckDesk;
import org.mailcontinuity.probe.check.CheckRunner;
import org.mailcontinuity.probe.confirmation.ConfirmationCounts;
import org.mailcontinuity.probe.confirmation.ConfirmationDesk;
import org.mailcontinuity.probe.guard.HostLimits;
import org.mailcontinuity.probe.kafka.MessagePublisher;
import org.mailcontinuity.probe.kafka.ReaderClient;
import org.mailcontinuity.probe.kafka.ReaderCounts;
import org.mailcontinuity.probe.kafka.RecordPublisher;
import org.mailcontinuity.probe.kafka.TailConsumer;
import org.mailcontinuity.probe.pipeline.Pulse;
import org.mailcontinuity.probe.sample.SampleCounts;
import org.mailcontinuity.probe.schedule.CheckScheduler;
import org.mailcontinuity.probe.traffic.TrafficDesk;
import org.mailcontinuity.probe.traffic.TrafficSources;
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
    private final Checks checks;
    private final RecordPublisher records;
    private final MessagePublisher publisher;
    private final ReaderCounts readerCounts = new ReaderCounts();
    private final SampleCounts sampleCounts = new SampleCounts();
    private final ArrivalBook book = new ArrivalBook();
    private final Optional<ArrivalDesk> arrivals;
    private final Optional<TrafficDesk> traffic;
    private final TailConsumer<Arrival> arrivalConsumer;
    private final ConfirmationDesk confirmations;
    private final TailConsumer<ConfirmationRequested> confirmationConsumer;
    private final CheckScheduler scheduler;
    private final CheckDesk checkDesk;
    private final MonitorConsumer monitors;
    private final VantageReporter reporter;
    private final Pulse pulse;
    private Optional<ArrivalServer> receiver = Optional.empty();

    Probe(ProbeSettings settings, Path credentials, Map<String, Object> kafka, InstantSource clock) {
        this.settings = settings;
        this.records = new RecordPublisher(kafka, settings.buffer(), Topics.SAMPLES.name(), clock);
        this.publisher = new MessagePublisher(records, settings.vantage(), settings.worker(), clock);
        Optional<TokenSeal> seal = settings.tokenKeys().map(TokenKeys::read).map(TokenSeal::new);
        this.arrivals = seal.flatMap(with -> settings.receiver().map(at -> desk(at, with, clock)));
        this.traffic = settings.traffic().map(with -> trafficDesk(with, clock));
        this.checks = new Checks(settings, credentials, new Checks.Return(seal, book), threads, clock);
        CheckRunner runner = checks.runner(this::found);
        this.scheduler = new CheckScheduler(settings.vantage(), runner, threads, settings.mostAtOnce(), clock);
        this.checkDesk = new CheckDesk(runner, settings.vantage(), threads, clock);
        ReaderClient readers = new ReaderClient(kafka);
        this.arrivalConsumer =
                new TailConsumer<>(readers, settings.worker(), Arrival.class, book::arrived, publisher, readerCounts);
        this.confirmations = new ConfirmationDesk(settings.vantage(), scheduler, clock);
        this.confirmationConsumer = new TailConsumer<>(
                readers, settings.worker(), ConfirmationRequested.class, confirmations::take, publisher, readerCounts);
        this.monitors =
                new MonitorConsumer(readers, settings.vantage(), settings.worker(), scheduler, publisher, readerCounts);
        this.reporter = new VantageReporter(
                new VantageReporter.Worker(settings.vantage(), settings.worker(), sampleCounts::latest),
                checks.sight(),
                scheduler,
                records,
                publisher,
                clock);
        this.pulse = new Pulse(settings.vantage(), settings.worker(), publisher::publish, clock);
    }

    void start() {
        receiver = arrivals.map(desk -> {
            ProbeSettings.ReceiverAddress at = settings.receiver().orElseThrow();
            return ArrivalServer.start(at.bind(), at.port(), settings.identity().ehloName(), at.tls(), desk);
        });
        arrivalConsumer.start();
        confirmationConsumer.start();
        checks.selfCheck().start(timer, settings.controlInterval());
        reporter.start(timer);
        pulse.start(timer);
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
        confirmationConsumer.close();
        letEnd(LAST_CHECKS);
        scheduler.abandon();
        monitors.close();
        arrivalConsumer.close();
        receiver.ifPresent(ArrivalServer::close);
        reporter.stop();
        records.close();
        checks.close();
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

    ConfirmationCounts confirmations() {
        return confirmations.counts();
    }

    Optional<TrafficDesk> traffic() {
        return traffic;
    }

    HostLimits hosts() {
        return checks.hosts();
    }

    Sight sight() {
        return checks.sight();
    }

    /** Whether this worker has its share of the monitors. */
    boolean isAssigned() {
        return monitors.isReady();
    }

    private ArrivalDesk desk(ProbeSettings.ReceiverAddress at, TokenSeal seal, InstantSource clock) {
        ArrivalDesk.Place place = new ArrivalDesk.Place(settings.vantage(), settings.worker());
        return new ArrivalDesk(at.domain(), seal, place, clock, this::arrived);
    }

    /** Traffic takes at most half of the buffer: what the probe itself sees tells more about now. */
    private TrafficDesk trafficDesk(ProbeSettings.TrafficIntakeSettings with, InstantSource clock) {
        return new TrafficDesk(
                new TrafficSources(with.sources(), clock),
                with.limits(),
                new TrafficDesk.Outlet(
                        settings.worker(),
                        publisher::publish,
                        () -> records.waiting() < settings.buffer() / 2,
                        records::mark,
                        records::isSettled),
                clock);
    }

    private void found(Sample sample) {
        sampleCounts.count(sample);
        publisher.publish(sample);
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
}
