package org.mailcontinuity.standalone.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.mailcontinuity.standalone.installation.Installation;
import org.mailcontinuity.standalone.installation.PrivateFiles;
import org.mailcontinuity.testbed.broker.BrokerCredentials;
import org.mailcontinuity.testbed.tls.Pem;

/** The secrets of an installation: made when missing, never changed. */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final List<String> CALLING_SERVICES = List.of("event-service", "probe-service", "notifier-service");

    private final Path folder;

    private Secrets(Path folder) {
        this.folder = folder;
    }

    /** Makes what is missing, and returns access to all. */
    public static Secrets prepare(Installation installation) throws IOException {
        Secrets secrets = new Secrets(installation.secrets());
        PrivateFiles.createFolder(secrets.credentials());
        secrets.ensurePassword("broker-password");
        secrets.ensurePassword("database-password");
        secrets.ensureHex(secrets.probeTokenKeys().resolve("1.key"));
        secrets.ensureKeyPair(secrets.linkPrivateKey(), secrets.linkPublicKeys().resolve("1.pem"));
        for (String service : CALLING_SERVICES) {
            secrets.ensureKeyPair(
                    secrets.servicePrivateKey(service),
                    secrets.servicePublicKeys().resolve(service + ".pem"));
        }
        return secrets;
    }

    public BrokerCredentials broker() throws IOException {
        return new BrokerCredentials("continuity", read("broker-password"));
    }

    /** For the broker's own process, so that the password is on no command line. */
    public Path brokerPasswordFile() {
        return folder.resolve("broker-password");
    }

    public String databasePassword() throws IOException {
        return read("database-password");
    }

    /** A folder for each credential that a definition may name, with a file for each part. */
    public Path credentials() {
        return folder.resolve("credentials");
    }

    /** Signs the links in alerts (Ed25519, PKCS #8). */
    public Path linkPrivateKey() {
        return folder.resolve("link/private.pem");
    }

    public Path linkPublicKeys() {
        return folder.resolve("link/public");
    }

    /** Signs a service's calls to another one. */
    public Path servicePrivateKey(String service) {
        return folder.resolve("service-keys").resolve(service + ".private.pem");
    }

    public Path servicePublicKeys() {
        return folder.resolve("service-keys/public");
    }

    /** Seal the addresses of the probe's test messages. */
    public Path probeTokenKeys() {
        return folder.resolve("probe-token");
    }

    /** Makes a credential with a generated password unless it is there. */
    public void ensureCredential(String name, String username) throws IOException {
        Path credential = credentials().resolve(name);
        if (!Files.exists(credential.resolve("password"))) {
            PrivateFiles.write(credential.resolve("username"), username);
            PrivateFiles.write(credential.resolve("password"), randomHex());
        }
    }

    /** A part of a credential, such as {@code password}. */
    public String credential(String name, String part) throws IOException {
        return Files.readString(credentials().resolve(name).resolve(part)).strip();
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve(name)).strip();
    }

    private void ensurePassword(String name) throws IOException {
        ensureHex(folder.resolve(name));
    }

    private void ensureHex(Path file) throws IOException {
        if (!Files.exists(file)) {
            PrivateFiles.write(file, randomHex());
        }
    }

    private void ensureKeyPair(Path privateKey, Path publicKey) throws IOException {
        if (Files.exists(privateKey) && Files.exists(publicKey)) {
            return;
        }
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            PrivateFiles.write(privateKey, Pem.privateKey(pair.getPrivate()));
            PrivateFiles.write(publicKey, Pem.publicKey(pair.getPublic()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no Ed25519", e);
        }
    }

    /** 32 random bytes. */
    private static String randomHex() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
