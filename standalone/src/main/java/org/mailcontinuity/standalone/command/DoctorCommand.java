package org.mailcontinuity.standalone.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.mailcontinuity.standalone.installation.Installation;
import org.mailcontinuity.standalone.installation.Listener;
import org.mailcontinuity.standalone.supervisor.SupervisorProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Looks for what would keep Continuity from running, and says how to get it. */
@Command(
        name = "doctor",
        description = "Checks JDK, ports, disk, memory and clock, and says what is missing and how to get it.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    private static final long DISK_BYTES = 2L << 30;
    private static final long MEMORY_BYTES = 3L << 30;
    private static final int OLDEST_JDK = 25;
    private static final Instant OLDEST_TIME = Instant.parse("2026-01-01T00:00:00Z");

    @Mixin
    private Place place;

    private boolean sound = true;

    @Override
    public Integer call() throws IOException, InterruptedException {
        int jdk = Runtime.version().feature();
        tell(jdk >= OLDEST_JDK, "JDK " + Runtime.version(), "Install a JDK 25 (for instance Eclipse Temurin).");
        Installation installation = place.known()
                .orElseGet(() -> new Installation(place.home(), place.data(), 0, true, Installation.DEMO_VANTAGES));
        checkPorts(installation);
        checkDisk(installation.data());
        checkMemory();
        checkDatabaseUser();
        checkClock();
        System.out.println(sound ? "\nNothing is missing." : "\nMend what is marked with 'NO' above.");
        return sound ? 0 : 1;
    }

    private void checkPorts(Installation installation) throws IOException {
        if (SupervisorProcess.find(installation).isPresent()) {
            tell(true, "Continuity is running here, on its ports", "");
            return;
        }
        List<Listener> taken = TakenPorts.find(installation);
        if (taken.isEmpty()) {
            tell(true, "all " + installation.listeners().size() + " ports are free", "");
        }
        taken.forEach(listener -> tell(
                false,
                "port " + listener.port() + " (" + listener.purpose() + ") is taken",
                "Free it, or choose others: ./continuity up --port-offset N."));
    }

    private void checkDisk(Path data) {
        File existing = data.toFile();
        while (!existing.exists() && existing.getParentFile() != null) {
            existing = existing.getParentFile();
        }
        long free = existing.getUsableSpace();
        tell(
                free >= DISK_BYTES,
                (free >> 20) + " MiB free on the disk of " + data,
                "At least 2 GiB are needed: free some, or choose another folder with --data DIR.");
    }

    private void checkMemory() throws IOException {
        Path file = Path.of("/proc/meminfo");
        if (!Files.exists(file)) {
            return;
        }
        Optional<Long> available = Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("MemAvailable:"))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .findFirst();
        available.ifPresent(bytes -> tell(
                bytes >= MEMORY_BYTES,
                (bytes >> 20) + " MiB of memory available",
                "About 3 GiB are needed: end other programs."));
    }

    /** PostgreSQL refuses to run as root; as root it is run in a user namespace. */
    private void checkDatabaseUser() throws IOException, InterruptedException {
        if (!System.getProperty("user.name").equals("root")) {
            return;
        }
        boolean works;
        try {
            Process process = new ProcessBuilder("unshare", "-U", "true").start();
            works = process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            works = false;
        }
        tell(works, "PostgreSQL can run, though you are root", "Run ./continuity as an ordinary user.");
    }

    /** The disk's clock and the program's: far apart means that time jumps or that a network disk is wrong. */
    private void checkClock() throws IOException {
        Instant now = InstantSource.system().instant();
        Path file = Files.createTempFile("continuity-doctor", "");
        long apart = Math.abs(Files.getLastModifiedTime(file).toMillis() - now.toEpochMilli());
        Files.delete(file);
        tell(
                now.isAfter(OLDEST_TIME) && apart < 5_000,
                "the clock says " + now,
                "Set the clock: certificates and links are judged by it.");
    }

    private void tell(boolean good, String fact, String remedy) {
        System.out.println((good ? "  ok  " : "  NO  ") + fact + (good ? "" : "\n      " + remedy));
        sound &= good;
    }
}
