package org.mailcontinuity.bench.notifier;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/** Processor time of the notifier, and of the database's processes. One thread. */
final class Costs {
    private final NotifierProcess notifier;
    private final String databaseFolder;
    private Duration notifierBefore = Duration.ZERO;
    private Duration databaseBefore = Duration.ZERO;

    /** @param databaseFolder what the database's first process was started with */
    Costs(NotifierProcess notifier, String databaseFolder) {
        this.notifier = notifier;
        this.databaseFolder = databaseFolder;
    }

    void begin() {
        notifierBefore = notifier.processorTime();
        databaseBefore = database();
    }

    /** What was spent since {@link #begin}, for each of {@code count}. */
    String told(int count) {
        double own = notifier.processorTime().minus(notifierBefore).toNanos() / 1e6;
        double databases = database().minus(databaseBefore).toNanos() / 1e6;
        return String.format(
                Locale.ROOT, "processor time each: notifier %.2f ms, database %.2f ms", own / count, databases / count);
    }

    private Duration database() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(databaseFolder))
                .flatMap(process -> Stream.concat(Stream.of(process), process.children()))
                .filter(process -> process.info().command().orElse("").contains("postgres"))
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
