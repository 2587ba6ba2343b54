package org.mailcontinuity.events.portal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/** The public keys of links, by key id. Read anew each time, so that a new or withdrawn one counts at once. */
final class LinkKeys {
    private final Optional<Path> folder;

    LinkKeys(Optional<Path> folder) {
        this.folder = folder;
    }

    /** The key of an id from 1 to 255; empty where there is none that can be read. */
    Optional<PublicKey> key(int id) {
        return folder.map(keys -> keys.resolve(id + ".pem"))
                .filter(Files::isRegularFile)
                .flatMap(LinkKeys::read);
    }

    private static Optional<PublicKey> read(Path file) {
        try {
            String base64 = Files.readString(file)
                    .lines()
                    .filter(line -> !line.startsWith("-----"))
                    .map(String::strip)
                    .reduce("", String::concat);
            byte[] encoded = Base64.getDecoder().decode(base64);
            return Optional.of(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
