package org.mailcontinuity.standalone.installation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * One installation of Continuity on this machine.
 *
 * @param home the folder of the source tree with the built services
 * @param data the folder that keeps everything that lasts
 * @param portOffset added to every port, 0 to 40000
 * @param demo whether the demo mail system belongs to it
 * @param vantageCount how many vantages its probe looks from, 1 to 9
 * @param bind the address on which it listens for others; broker, database and management stay on 127.0.0.1
 */
public record Installation(Path home, Path data, int portOffset, boolean demo, int vantageCount, String bind) {
    /** Where only this machine reaches it. */
    public static final String LOOPBACK = "127.0.0.1";

    private static final Set<String> ANY = Set.of("0.0.0.0", "::");

    /** How many vantages there are in a demo of which nobody says otherwise. */
    public static final int DEMO_VANTAGES = 3;

    public Installation {
        home = home.toAbsolutePath().normalize();
        data = data.toAbsolutePath().normalize();
        if (portOffset < 0 || portOffset > 40_000) {
            throw new IllegalArgumentException("port offset must be 0 to 40000, was " + portOffset);
        }
        if (vantageCount < 1 || vantageCount > Vantage.MOST) {
            throw new IllegalArgumentException("vantages must be 1 to " + Vantage.MOST + ", was " + vantageCount);
        }
    }

    /** One that listens on 127.0.0.1 only. */
    public Installation(Path home, Path data, int portOffset, boolean demo, int vantageCount) {
        this(home, data, portOffset, demo, vantageCount, LOOPBACK);
    }

    /** Whether others than this machine reach it. */
    public boolean open() {
        return !bind.equals(LOOPBACK);
    }

    /** The host by which this machine itself reaches what listens for others, as a URL takes it. */
    public String reach() {
        if (!open() || ANY.contains(bind)) {
            return LOOPBACK;
        }
        return bind.contains(":") ? "[" + bind + "]" : bind;
    }

    /** Where its probe looks from. */
    public List<Vantage> vantages() {
        return IntStream.rangeClosed(1, vantageCount)
                .mapToObj(number -> Vantage.of(number, vantageCount))
                .toList();
    }

    /** The port; of the probe's, the first vantage's. */
    public int port(Port port) {
        return port.at(portOffset);
    }

    /** The port of a vantage's process. */
    public int port(Port port, Vantage vantage) {
        return port.at(portOffset + vantage.portDistance());
    }

    /** The ports that this installation takes. */
    public List<Listener> listeners() {
        List<Listener> all = new ArrayList<>();
        for (Port port : Port.values()) {
            if (port.ofVantage()) {
                vantages()
                        .forEach(vantage -> all.add(new Listener(
                                port(port, vantage), port.purpose().replace("probe-service", vantage.part()))));
            } else if (demo || !port.demo()) {
                all.add(new Listener(port(port), port.purpose()));
            }
        }
        return all;
    }

    /** Console and API. */
    public String url() {
        String host = reach();
        return "http://" + (host.equals(LOOPBACK) ? "localhost" : host) + ":" + port(Port.EVENT_SERVICE);
    }

    /** Pid files, state and the configuration handed to each process; made anew at each start. */
    public Path run() {
        return data.resolve("run");
    }

    /** A service's settings that its operator has written; they need not exist. */
    public Path settings(String service) {
        return data.resolve("settings").resolve(service + ".properties");
    }

    public Path logs() {
        return data.resolve("log");
    }

    public Path log(String process) {
        return logs().resolve(process + ".log");
    }

    public Path secrets() {
        return data.resolve("secrets");
    }

    /** What the demo mail system keeps: its mailboxes and its certificate authority. */
    public Path mail() {
        return data.resolve("mail");
    }

    /** The certificate of the demo's authority, in PEM. */
    public Path mailAuthority() {
        return mail().resolve("authority.pem");
    }

    /** Where the event-service leaves the first admin token. */
    public Path firstAdminToken() {
        return secrets().resolve("first-admin-token");
    }

    /** Where it is kept for its owner and for the commands here. */
    public Path adminToken() {
        return secrets().resolve("admin-token");
    }

    /** The program of a service. */
    public Path serviceJar(String service) {
        return home.resolve(service).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
