package org.mailcontinuity.notifier.bounce;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import org.jboss.logging.Logger;
import org.mailcontinuity.notifier.channel.ChannelConfig;
import org.mailcontinuity.notifier.channel.email.ReturnPath;
import org.mailcontinuity.notifier.receipt.Receipts;

/** Listens at the return path for as long as the service runs, where one is configured. */
@Singleton
public class BounceJob {
    private static final Logger LOG = Logger.getLogger(BounceJob.class);

    private final ChannelConfig config;
    private final Optional<ReturnPath> path;
    private final Receipts receipts;
    private final InstantSource clock;
    private Optional<BounceReceiver> receiver = Optional.empty();

    BounceJob(ChannelConfig config, Optional<ReturnPath> path, Receipts receipts, InstantSource clock) {
        this.config = config;
        this.path = path;
        this.receipts = receipts;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) throws UnknownHostException {
        if (path.isPresent()) {
            ChannelConfig.ReturnPathConfig settings = config.returnPath();
            receiver = Optional.of(BounceReceiver.start(
                    InetAddress.getByName(settings.bind()),
                    settings.port(),
                    settings.domain().orElseThrow(),
                    path.get(),
                    receipts,
                    clock));
            LOG.infof("return path listens port=%d", receiver.get().port());
        }
    }

    /** Where it listens, if it does. */
    public OptionalInt port() {
        return receiver.map(listening -> OptionalInt.of(listening.port())).orElse(OptionalInt.empty());
    }

    void stop(@Observes ShutdownEvent event) {
        receiver.ifPresent(BounceReceiver::close);
    }
}
