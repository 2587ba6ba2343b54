package org.mailcontinuity.notifier.channel.email;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mailcontinuity.notifier.channel.http.AddressGuard;
import org.mailcontinuity.notifier.credential.CredentialRepository;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * Hands a message to the recipient's own mail servers, when no relay takes it (RFC 5321, section 5.1): the MX hosts in the
 * order of their preference, the domain itself if it has none, nobody if it says so (RFC 7505). TLS where it is offered,
 * whoever's certificate (RFC 7435). Addresses that are not allowed are not connected to.
 */
public final class DirectConnection implements Way {
    private static final int MOST_HOSTS = 5;

    private final DirectSettings settings;
    private final AddressGuard guard;
    private final CredentialRepository credentials;
    private final String heloName;

    /**
     * How the mail servers are found and asked.
     *
     * @param resolver the DNS
     * @param port 25, but in tests
     * @param timeout for the connection, and for each answer
     */
    public record DirectSettings(Resolver resolver, int port, Duration timeout) {}

    public DirectConnection(
            DirectSettings settings, AddressGuard guard, CredentialRepository credentials, String heloName) {
        this.settings = settings;
        this.guard = guard;
        this.credentials = credentials;
        this.heloName = heloName;
    }

    @Override
    public String label() {
        return "mail servers of the recipient";
    }

    @Override
    public RelayAnswer send(Email email) {
        String domain = email.to().substring(email.to().lastIndexOf('@') + 1);
        return switch (hosts(domain)) {
            case Hosts.None(String reason) -> RelayAnswer.refused(reason, true);
            case Hosts.Unknown(String reason) -> RelayAnswer.putOff(reason);
            case Hosts.Found(List<String> names) -> ask(names, email);
        };
    }

    private RelayAnswer ask(List<String> names, Email email) {
        RelayAnswer last = RelayAnswer.putOff("no mail server of the recipient can be reached");
        for (String name : names) {
            Optional<String> address = address(name);
            if (address.isPresent()) {
                last = ask(address.get(), email);
                if (last.ends()) {
                    return last;
                }
            }
        }
        return last;
    }

    /** In the clear where the offered TLS does not work: better than not at all. */
    private RelayAnswer ask(String address, Email email) {
        RelayAnswer answer = once(address, Relay.Security.OPPORTUNISTIC, email);
        boolean tlsFailed = !answer.ends() && answer.answer().reply().matches("(?i).*(STARTTLS|SSL|TLS|handshake).*");
        return tlsFailed ? once(address, Relay.Security.NONE, email) : answer;
    }

    private RelayAnswer once(String address, Relay.Security security, Email email) {
        Relay relay =
                new Relay(address, settings.port(), security, Optional.empty(), Optional.empty(), settings.timeout());
        try (RelayConnection connection = new RelayConnection(relay, credentials, heloName)) {
            return connection.send(email);
        }
    }

    private Optional<String> address(String host) {
        Lookup lookup = lookup(host, Type.A);
        Record[] found = lookup.run();
        if (found == null) {
            found = lookup(host, Type.AAAA).run();
        }
        for (Record record : found == null ? new Record[0] : found) {
            Optional<InetAddress> address = literal(record.rdataToString());
            if (address.filter(guard::permits).isPresent()) {
                return Optional.of(address.get().getHostAddress());
            }
        }
        return Optional.empty();
    }

    private static Optional<InetAddress> literal(String text) {
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException _) {
            return Optional.empty();
        }
    }

    private sealed interface Hosts {
        record Found(List<String> names) implements Hosts {}

        record None(String reason) implements Hosts {}

        record Unknown(String reason) implements Hosts {}
    }

    private Hosts hosts(String domain) {
        Lookup lookup = lookup(domain, Type.MX);
        Record[] records = lookup.run();
        return switch (lookup.getResult()) {
            case Lookup.SUCCESSFUL -> exchangers(domain, records == null ? List.of() : List.of(records));
            case Lookup.TYPE_NOT_FOUND -> new Hosts.Found(List.of(domain));
            case Lookup.HOST_NOT_FOUND -> new Hosts.None("domain " + domain + " does not exist");
            default -> new Hosts.Unknown("MX of " + domain + ": " + lookup.getErrorString());
        };
    }

    private static Hosts exchangers(String domain, List<Record> records) {
        List<MXRecord> sorted = new ArrayList<>();
        for (Record record : records) {
            if (record instanceof MXRecord exchanger) {
                sorted.add(exchanger);
            }
        }
        sorted.sort(Comparator.comparingInt(MXRecord::getPriority));
        if (sorted.size() == 1 && sorted.getFirst().getTarget().equals(Name.root)) {
            return new Hosts.None("domain " + domain + " takes no mail (null MX)");
        }
        return new Hosts.Found(sorted.stream()
                .limit(MOST_HOSTS)
                .map(record -> record.getTarget().toString(true))
                .toList());
    }

    private Lookup lookup(String name, int type) {
        try {
            Lookup lookup = new Lookup(Name.fromString(name, Name.root), type);
            lookup.setResolver(settings.resolver());
            lookup.setCache(null);
            return lookup;
        } catch (TextParseException e) {
            throw new IllegalArgumentException("not a domain: " + name, e);
        }
    }
}
