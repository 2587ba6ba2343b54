package org.mailcontinuity.testbed.stack;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.mailcontinuity.testbed.broker.Broker;
import org.mailcontinuity.testbed.broker.ContainerBroker;
import org.mailcontinuity.testbed.broker.EmbeddedBroker;
import org.mailcontinuity.testbed.database.ContainerDatabase;
import org.mailcontinuity.testbed.database.Database;
import org.mailcontinuity.testbed.database.DatabaseAddress;
import org.mailcontinuity.testbed.database.EmbeddedDatabase;

/**
 * The one broker and the one database server of a test JVM, started when first asked for and ended with the JVM.
 *
 * <p>{@code continuity.testbed} (system property) or {@code CONTINUITY_TESTBED} (environment) chooses where they come
 * from: {@code embedded} (default) or {@code containers}, which asks for a Docker engine. Safe for several threads, and
 * for several class loaders: what was started is remembered in system properties.
 */
public final class SharedStack {
    private SharedStack() {}

    /** The broker's {@code bootstrap.servers}. */
    public static String bootstrapServers() {
        return startedOnce("continuity.testbed.shared-broker", () -> {
            Broker broker = fromContainers() ? ContainerBroker.start() : EmbeddedBroker.startForTest();
            closeAtEnd(broker::close);
            return broker.bootstrapServers();
        });
    }

    /** The database server. */
    public static DatabaseAddress database() {
        String[] parts = startedOnce("continuity.testbed.shared-database", () -> {
                    Database database = fromContainers() ? ContainerDatabase.start() : EmbeddedDatabase.startForTest();
                    closeAtEnd(database::close);
                    DatabaseAddress address = database.address();
                    return String.join(
                            " ", address.host(), "" + address.port(), address.username(), address.password());
                })
                .split(" ", -1);
        return new DatabaseAddress(parts[0], Integer.parseInt(parts[1]), parts[2], parts[3]);
    }

    private static String startedOnce(String property, Supplier<String> start) {
        synchronized (Runtime.getRuntime()) { // the one object that every class loader sees
            String known = System.getProperty(property);
            if (known != null) {
                return known;
            }
            String started = start.get();
            System.setProperty(property, started);
            return started;
        }
    }

    private static boolean fromContainers() {
        String choice = Optional.ofNullable(System.getProperty("continuity.testbed"))
                .or(() -> Optional.ofNullable(System.getenv("CONTINUITY_TESTBED")))
                .orElse("embedded")
                .toLowerCase(Locale.ROOT);
        return switch (choice) {
            case "embedded" -> false;
            case "containers" -> true;
            default ->
                throw new IllegalArgumentException("continuity.testbed: must be embedded or containers, was " + choice);
        };
    }

    private static void closeAtEnd(Runnable close) {
        Runtime.getRuntime().addShutdownHook(new Thread(close, "testbed-end"));
    }
}
