package org.mailcontinuity.standalone.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.mailcontinuity.standalone.ProcessLog;
import org.mailcontinuity.testbed.broker.BrokerCredentials;
import org.mailcontinuity.testbed.broker.BrokerSettings;
import org.mailcontinuity.testbed.broker.EmbeddedBroker;

/** Runs the broker until the process is told to end. */
public final class BrokerProcess {
    private BrokerProcess() {}

    /** Arguments: directory, port, controller port, file with the password. */
    public static void main(String[] arguments) throws IOException {
        ProcessLog.configure();
        BrokerCredentials credentials = new BrokerCredentials(
                "continuity", Files.readString(Path.of(arguments[3])).strip());
        EmbeddedBroker broker = EmbeddedBroker.start(new BrokerSettings(
                Path.of(arguments[0]),
                Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2]),
                Optional.of(credentials),
                true));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "broker-end"));
        broker.awaitEnd();
    }
}
