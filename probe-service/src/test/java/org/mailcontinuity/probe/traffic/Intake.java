package org.mailcontinuity.probe.traffic;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.mailcontinuity.contracts.sample.Sample;

/** A real intake for the tests of who posts to it: one source, mx1, that may report one monitor. */
public final class Intake implements AutoCloseable {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    private final TrafficReceiver receiver;

    private Intake(Vertx vertx, Path folder, Consumer<Sample> samples, InstantSource clock) {
        TrafficDesk desk = new TrafficDesk(
                new TrafficSources(folder.resolve("sources"), clock),
                new TrafficDesk.Limits(1_000_000, 100_000),
                new TrafficDesk.Outlet("w1", samples, () -> true, () -> 0, _ -> true),
                clock);
        TrafficReceiver.Address address =
                new TrafficReceiver.Address("127.0.0.1", 0, Optional.empty(), Optional.empty());
        this.receiver = TrafficReceiver.start(vertx, address, desk);
    }

    public static Intake start(Vertx vertx, Path folder, UUID monitor, Consumer<Sample> samples, InstantSource clock)
            throws IOException {
        Path source = Files.createDirectories(folder.resolve("sources").resolve("mx1"));
        Files.writeString(source.resolve("token"), TOKEN);
        Files.writeString(source.resolve("monitors"), monitor.toString());
        return new Intake(vertx, folder, samples, clock);
    }

    public int port() {
        return receiver.port();
    }

    @Override
    public void close() {
        receiver.close();
    }
}
