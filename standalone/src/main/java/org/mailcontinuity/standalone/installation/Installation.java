package org.mailcontinuity.standalone.installation;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * One installation of Continuity on this machine.
 *
 * @param home the folder of the source tree with the built services
 * @param data the folder that keeps everything that lasts
 * @param portOffset added to every port, 0 to 40000
 * @param demo whether the demo mail system belongs to it
 */
public record Installation(Path home, Path data, int portOffset, boolean demo) {
    public Installation {
        home = home.toAbsolutePath().normalize();
        data = data.toAbsolutePath().normalize();
        if (portOffset < 0 || portOffset > 40_000) {
            throw new IllegalArgumentException("port offset must be 0 to 40000, was " + portOffset);
        }
    }

    public int port(Port port) {
        return port.at(portOffset);
    }

    /** The ports that this installation takes. */
    public List<Port> ports() {
        return Arrays.stream(Port.values()).filter(port -> demo || !port.demo()).toList();
    }

    /** Console and API. */
    public String url() {
        return "http://localhost:" + port(Port.EVENT_SERVICE);
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
