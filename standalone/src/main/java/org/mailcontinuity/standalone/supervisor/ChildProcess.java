package org.mailcontinuity.standalone.supervisor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** A part that is a child of this JVM, with its output in a log file and its pid on file. */
final class ChildProcess implements Part {
    private static final int STOP_SECONDS = 10;

    private final String name;
    private final List<String> command;
    private final Readiness readiness;
    private final Path log;
    private final Path pidFile;
    private volatile Optional<Process> process = Optional.empty();

    ChildProcess(String name, List<String> command, Readiness readiness, Path log, Path pidFile) {
        this.name = name;
        this.command = List.copyOf(command);
        this.readiness = readiness;
        this.log = log;
        this.pidFile = pidFile;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void start() throws IOException {
        Process started = new ProcessBuilder(command).redirectErrorStream(true).start();
        started.getOutputStream().close();
        process = Optional.of(started);
        PidFile.write(pidFile, started.toHandle());
        Thread.ofVirtual().name(name + "-log").start(() -> keepOutput(started));
    }

    private void keepOutput(Process started) {
        try {
            new RotatingLog(log).follow(started.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException("output of " + name + " cannot be kept", e);
        }
    }

    @Override
    public boolean alive() {
        return process.map(Process::isAlive).orElse(false);
    }

    @Override
    public OptionalLong pid() {
        return process.filter(Process::isAlive)
                .map(alive -> OptionalLong.of(alive.pid()))
                .orElse(OptionalLong.empty());
    }

    @Override
    public boolean ready() {
        try {
            return alive() && readiness.ready();
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void stop() {
        process.ifPresent(ChildProcess::end);
    }

    private static void end(Process process) {
        process.toHandle().destroy(); // unlike the process's own method this leaves its output to be read to the end
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.toHandle().destroyForcibly();
                process.waitFor();
            }
        } catch (InterruptedException e) {
            process.toHandle().destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
