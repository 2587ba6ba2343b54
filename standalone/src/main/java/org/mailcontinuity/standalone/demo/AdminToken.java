package org.mailcontinuity.standalone.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.mailcontinuity.standalone.installation.Installation;
import org.mailcontinuity.standalone.installation.PrivateFiles;

/** The first admin token of an installation. */
public final class AdminToken {
    private AdminToken() {}

    /** Takes the token from where the service has left it, and keeps it for its owner; empty when it was taken before. */
    public static Optional<String> take(Installation installation) throws IOException {
        if (!Files.exists(installation.firstAdminToken())) {
            return Optional.empty();
        }
        String token = Files.readString(installation.firstAdminToken()).strip();
        PrivateFiles.write(installation.adminToken(), token + "\n");
        Files.delete(installation.firstAdminToken());
        return Optional.of(token);
    }

    /** The token as it is kept; empty where its owner has taken it away. */
    public static Optional<String> kept(Installation installation) throws IOException {
        return Files.exists(installation.adminToken())
                ? Optional.of(Files.readString(installation.adminToken()).strip())
                : Optional.empty();
    }
}
