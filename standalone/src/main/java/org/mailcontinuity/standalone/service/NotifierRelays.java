package org.mailcontinuity.standalone.service;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.IntStream;
import org.mailcontinuity.standalone.installation.Installation;
import org.mailcontinuity.standalone.installation.PrivateFiles;

/** The relays in the notifier's settings, as its operator wrote them. What else the file holds stays as it is. */
public final class NotifierRelays {
    private static final String RELAYS = "continuity.notifier.relays[";
    private static final String FROM = "continuity.notifier.from";

    private final Path file;
    private final String text;
    private final Properties written;

    /** How a relay is spoken to. */
    public enum Security {
        NONE,
        STARTTLS,
        TLS
    }

    /** @param credential names the secret to sign in with */
    public record Added(
            String host, int port, Security security, Optional<String> credential, Optional<Path> authorities) {}

    private NotifierRelays(Path file, String text) throws IOException {
        this.file = file;
        this.text = text;
        this.written = new Properties();
        written.load(new StringReader(text));
    }

    public static NotifierRelays read(Installation installation) throws IOException {
        Path file = installation.settings("notifier-service");
        return new NotifierRelays(file, Files.exists(file) ? Files.readString(file) : "");
    }

    /** How many there are; the next has that number. */
    public int count() {
        return IntStream.iterate(0, number -> number + 1)
                .filter(number -> !written.containsKey(RELAYS + number + "].host"))
                .findFirst()
                .orElseThrow();
    }

    public boolean hasSender() {
        return written.containsKey(FROM);
    }

    /** With one more relay at the end. */
    public NotifierRelays with(Added relay, Optional<String> from) throws IOException {
        String prefix = RELAYS + count() + "].";
        StringBuilder longer = new StringBuilder(text);
        if (!text.isEmpty() && !text.endsWith("\n")) {
            longer.append('\n');
        }
        line(longer, prefix + "host", relay.host());
        line(longer, prefix + "port", Integer.toString(relay.port()));
        line(longer, prefix + "security", relay.security().name());
        relay.credential().ifPresent(name -> line(longer, prefix + "credential", name));
        relay.authorities()
                .ifPresent(path -> line(
                        longer,
                        prefix + "trust-certificates",
                        path.toAbsolutePath().toString()));
        from.ifPresent(sender -> line(longer, FROM, sender)); // of two in a file the last counts
        return new NotifierRelays(file, longer.toString());
    }

    public void write() throws IOException {
        PrivateFiles.write(file, text);
    }

    private static void line(StringBuilder lines, String key, String value) {
        lines.append(key).append('=').append(value.replace("\\", "\\\\")).append('\n');
    }
}
