package org.mailcontinuity.events.access;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.mailcontinuity.events.audit.Actor;

/** At a start with no valid admin token, makes one and leaves it in a file that only the owner can read. */
@Singleton
final class BootstrapJob {
    private static final Logger LOG = Logger.getLogger(BootstrapJob.class);

    private final BootstrapConfig config;
    private final TokenRepository rows;
    private final Tokens tokens;
    private final InstantSource clock;

    BootstrapJob(BootstrapConfig config, TokenRepository rows, Tokens tokens, InstantSource clock) {
        this.config = config;
        this.rows = rows;
        this.tokens = tokens;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        config.adminTokenFile().ifPresent(this::ensureToken);
    }

    private void ensureToken(Path file) {
        QuarkusTransaction.requiringNew().run(() -> {
            rows.lock();
            if (rows.anyAdmin(clock.instant())) {
                return;
            }
            TokenRequest request = new TokenRequest("first admin", Role.ADMIN, Optional.of(ApiToken.LONGEST_LIFE));
            TokenView made = tokens.make(request, Actor.system("bootstrap"));
            write(file, made.secret().orElseThrow());
            LOG.infof("admin token made prefix=%s file=%s", made.prefix(), file);
        });
    }

    private static void write(Path file, String secret) {
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, secret + System.lineSeparator(), StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the admin token to " + file, e);
        }
    }
}
