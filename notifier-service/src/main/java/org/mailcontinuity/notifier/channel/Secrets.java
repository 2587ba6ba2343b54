package org.mailcontinuity.notifier.channel;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.mailcontinuity.notifier.contact.Address;
import org.mailcontinuity.notifier.credential.CredentialRepository;

/** The fields of the credential that an address names. Read when they are used, so that a changed one needs no restart. */
public final class Secrets {
    private final CredentialRepository credentials;
    private final Address address;

    Secrets(CredentialRepository credentials, Address address) {
        this.credentials = credentials;
        this.address = address;
    }

    public Optional<String> find(String field) {
        return address.credential().flatMap(name -> credentials.find(name, field));
    }

    /** @throws IllegalArgumentException if it is not there */
    public String get(String field) {
        return find(field).orElseThrow(() -> new IllegalArgumentException("has no " + field));
    }

    /** The header that proves who we are: by {@code token}, or by {@code username} and {@code password}; none without. */
    public Map<String, String> authorization() {
        Optional<String> token = find("token").map(value -> "Bearer " + value);
        Optional<String> basic = find("username")
                .map(name -> name + ":" + find("password").orElse(""))
                .map(pair -> pair.getBytes(StandardCharsets.UTF_8))
                .map(bytes -> "Basic " + Base64.getEncoder().encodeToString(bytes));
        return token.or(() -> basic)
                .map(value -> Map.of("Authorization", value))
                .orElse(Map.of());
    }

    /** Where to send: the credential's {@code url}, where the address would give a secret away, else the address. */
    public String url() {
        return find("url").orElse(address.value());
    }
}
