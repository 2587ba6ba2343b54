package org.mailcontinuity.notifier.bounce;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.notifier.channel.email.ReturnPath;
import org.mailcontinuity.notifier.receipt.Receipt;
import org.mailcontinuity.notifier.receipt.Receipts;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * An SMTP server for the return path alone. Addresses without a good seal are refused, so are messages over 256 KiB; a
 * message that is no report (a holiday reply) is taken and forgotten. A report is acknowledged once it is stored.
 */
final class BounceReceiver implements AutoCloseable {
    private static final int MOST_BYTES = 262_144;
    private static final int MOST_CONNECTIONS = 100;
    private static final int IDLE_SECONDS = 60;

    private final SMTPServer server;

    private BounceReceiver(SMTPServer server) {
        this.server = server;
    }

    static BounceReceiver start(
            InetAddress bind, int port, String hostName, ReturnPath path, Receipts receipts, InstantSource clock) {
        SMTPServer server = SMTPServer.port(port)
                .bindAddress(bind)
                .hostName(hostName)
                .softwareName("Continuity")
                .messageHandlerFactory(_ -> new Reception(path, receipts, clock))
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .maxConnections(MOST_CONNECTIONS)
                .maxRecipients(1)
                .maxMessageSize(MOST_BYTES)
                .connectionTimeout(IDLE_SECONDS, TimeUnit.SECONDS)
                .insertReceivedHeaders(false)
                .build();
        server.start();
        return new BounceReceiver(server);
    }

    int port() {
        return server.getPortAllocated();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static final class Reception implements MessageHandler {
        private final ReturnPath path;
        private final Receipts receipts;
        private final InstantSource clock;
        private Optional<UUID> delivery = Optional.empty();

        Reception(ReturnPath path, Receipts receipts, InstantSource clock) {
            this.path = path;
            this.receipts = receipts;
            this.clock = clock;
        }

        @Override
        public void from(String sender) {
            // Anybody may report: the seal alone proves that the report is about a message of ours.
        }

        @Override
        public void recipient(String address) throws RejectException {
            delivery = path.delivery(address);
            if (delivery.isEmpty()) {
                throw new RejectException(550, "5.1.1 No such mailbox");
            }
        }

        @Override
        public @Nullable String data(InputStream message) throws RejectException, IOException {
            byte[] bytes = message.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new RejectException(552, "5.3.4 Message too big");
            }
            Optional<Receipt> receipt = delivery.flatMap(
                    id -> ReportMapper.status(bytes).flatMap(status -> receipt(id, status, clock.instant())));
            if (receipt.isPresent()) {
                QuarkusTransaction.requiringNew().run(() -> receipts.take(receipt.get()));
            }
            return null;
        }

        private static Optional<Receipt> receipt(UUID delivery, DeliveryStatus status, Instant now) {
            if (!status.failed() && !status.delivered()) {
                return Optional.empty(); // delayed, relayed: it goes on
            }
            Receipt.Verdict verdict = status.delivered()
                    ? Receipt.Verdict.ARRIVED
                    : status.badAddress() ? Receipt.Verdict.BAD_ADDRESS : Receipt.Verdict.LOST;
            return Optional.of(
                    new Receipt("EMAIL", Receipt.ANY_WAY, delivery.toString(), verdict, status.words(), now));
        }

        @Override
        public void done() {
            // Nothing is held that would have to be given back.
        }
    }
}
