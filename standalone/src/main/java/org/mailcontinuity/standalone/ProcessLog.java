package org.mailcontinuity.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.logging.LogManager;

/** The log of this JVM, when it is one of standalone's own processes: plain lines on standard error. */
public final class ProcessLog {
    private ProcessLog() {}

    public static void configure() throws IOException {
        try (InputStream settings = ProcessLog.class.getResourceAsStream("/process-log.properties")) {
            LogManager.getLogManager().readConfiguration(Objects.requireNonNull(settings, "process-log.properties"));
        }
    }
}
