package org.mailcontinuity.events.suggestion;

import jakarta.inject.Singleton;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailcontinuity.contracts.sample.Route;
import org.xbill.DNS.Cache;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Asks the DNS, without a cache of its own: who asks for a suggestion has often just changed a record. */
@Singleton
class DnsClient {
    private static final int SMTP_PORT = 25;

    private final Resolver resolver;

    DnsClient(DnsConfig config) throws UnknownHostException {
        this.resolver = resolver(config.servers().orElse(List.of()), config.timeout());
    }

    DnsAnswer ask(String domain) {
        try {
            Name name = Name.fromString(domain, Name.root);
            Lookup mx = lookup(name, Type.MX);
            if (mx.getResult() == Lookup.HOST_NOT_FOUND) {
                return new DnsAnswer.NoSuchDomain();
            }
            if (mx.getResult() != Lookup.SUCCESSFUL && mx.getResult() != Lookup.TYPE_NOT_FOUND) {
                return new DnsAnswer.Unanswered(mx.getErrorString());
            }
            Lookup txt = lookup(name, Type.TXT);
            return new DnsAnswer.Found(records(answers(mx), answers(txt)));
        } catch (TextParseException e) {
            return new DnsAnswer.NoSuchDomain();
        }
    }

    private Lookup lookup(Name name, int type) {
        Lookup lookup = new Lookup(name, type, DClass.IN);
        lookup.setResolver(resolver);
        Cache uncached = new Cache(DClass.IN);
        uncached.setMaxCache(0);
        lookup.setCache(uncached);
        lookup.run();
        return lookup;
    }

    private static DomainRecords records(List<Record> mx, List<Record> txt) {
        List<MXRecord> exchanges = mx.stream()
                .filter(MXRecord.class::isInstance)
                .map(MXRecord.class::cast)
                .sorted(Comparator.comparingInt(MXRecord::getPriority).thenComparing(MXRecord::getTarget))
                .toList();
        boolean nullMx =
                exchanges.size() == 1 && exchanges.getFirst().getTarget().equals(Name.root);
        List<Route> routes = nullMx
                ? List.of()
                : exchanges.stream()
                        .map(record -> Route.of(host(record.getTarget()), SMTP_PORT, record.getPriority()))
                        .toList();
        return new DomainRecords(routes, nullMx, spf(txt));
    }

    private static Optional<String> spf(List<Record> txt) {
        List<String> found = txt.stream()
                .filter(TXTRecord.class::isInstance)
                .map(record -> String.join("", ((TXTRecord) record).getStrings()))
                .filter(text -> text.equals("v=spf1") || text.startsWith("v=spf1 "))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static String host(Name name) {
        return name.toString(true).toLowerCase(Locale.ROOT);
    }

    private static List<Record> answers(Lookup lookup) {
        Record[] answers = lookup.getAnswers();
        return answers == null ? List.of() : Arrays.asList(answers);
    }

    private static Resolver resolver(List<String> servers, Duration timeout) throws UnknownHostException {
        ExtendedResolver all = servers.isEmpty()
                ? new ExtendedResolver()
                : new ExtendedResolver(servers.stream().map(DnsClient::server).toArray(Resolver[]::new));
        all.setTimeout(timeout);
        return all;
    }

    private static Resolver server(String address) {
        int colon = address.lastIndexOf(':');
        boolean withPort = colon > 0 && address.indexOf(':') == colon;
        try {
            SimpleResolver server = new SimpleResolver(withPort ? address.substring(0, colon) : address);
            if (withPort) {
                server.setPort(Integer.parseInt(address.substring(colon + 1)));
            }
            return server;
        } catch (UnknownHostException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    "continuity.dns.servers must be host or host:port each, but one is: " + address, e);
        }
    }
}
