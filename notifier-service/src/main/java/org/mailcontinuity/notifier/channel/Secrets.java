package org.mailcontinuity.notifier.channel;

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

    /** Where to send: the credential's {@code url}, where the address would give a secret away, else the address. */
    public String url() {
        return find("url").orElse(address.value());
    }
}
