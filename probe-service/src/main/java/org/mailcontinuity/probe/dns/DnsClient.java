package org.mailcontinuity.probe.dns;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.mailcontinuity.contracts.sample.Fault;
import org.mailcontinuity.probe.smtp.SourceAddresses;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Cache;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.lookup.LookupFailedException;
import org.xbill.DNS.lookup.LookupSession;
import org.xbill.DNS.lookup.NoSuchDomainException;
import org.xbill.DNS.lookup.NoSuchRRSetException;
import org.xbill.DNS.lookup.ServerFailedException;

/**
 * Asks DNS. Good answers are kept for as long as their TTL says; bad ones are not kept, so that a recovery is seen at
 * the next check. Blocks its caller; safe for many threads.
 */
public final class DnsClient {
    private static final int MOST_CACHED = 100_000;

    private final LookupSession session;

    /**
     * @param servers whom to ask; empty for the machine's own resolvers
     * @param timeout how long to wait for a server before the next one is asked
     * @param sources where questions start from
     */
    public DnsClient(List<InetSocketAddress> servers, Duration timeout, SourceAddresses sources) {
        Cache cache = new Cache(DClass.IN);
        cache.setMaxNCache(0);
        cache.setMaxEntries(MOST_CACHED);
        Resolver resolver = resolver(servers, timeout, sources);
        this.session = LookupSession.defaultBuilder()
                .resolver(resolver)
                .cache(cache)
                .clearSearchPath()
                .build();
    }

    Answer<MxRecord> mx(String domain, Duration limit) {
        return ask(domain, Type.MX, limit, record -> {
            MXRecord mx = (MXRecord) record;
            return new MxRecord(withoutFinalDot(mx.getTarget()), mx.getPriority());
        });
    }

    /** The IPv4, then the IPv6 addresses of a host; an address in text is its own. Each question has {@code limit}. */
    public Answer<InetAddress> addresses(String host, Duration limit) {
        if (isLiteral(host)) {
            return new Answer.Found<>(List.of(InetAddress.ofLiteral(host)));
        }
        Answer<InetAddress> v4 = ask(host, Type.A, limit, record -> ((ARecord) record).getAddress());
        if (v4 instanceof Answer.Failed<InetAddress>) {
            return v4;
        }
        Answer<InetAddress> v6 = ask(host, Type.AAAA, limit, record -> ((AAAARecord) record).getAddress());
        List<InetAddress> all = new ArrayList<>();
        if (v4 instanceof Answer.Found<InetAddress>(List<InetAddress> addresses)) {
            all.addAll(addresses);
        }
        if (v6 instanceof Answer.Found<InetAddress>(List<InetAddress> addresses)) {
            all.addAll(addresses);
        }
        return all.isEmpty() ? v6 : new Answer.Found<>(all);
    }

    private interface Reading<T> {
        T of(Record record);
    }

    private <T> Answer<T> ask(String text, int type, Duration limit, Reading<T> reading) {
        CompletableFuture<org.xbill.DNS.lookup.LookupResult> asked;
        try {
            asked = session.lookupAsync(Name.fromString(text + "."), type).toCompletableFuture();
        } catch (TextParseException e) {
            return new Answer.Failed<>(Fault.DNS_NXDOMAIN);
        }
        try {
            List<T> found =
                    asked.get(limit.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS).getRecords().stream()
                            .filter(record -> record.getType() == type)
                            .map(reading::of)
                            .toList();
            return found.isEmpty() ? new Answer.NoRecord<>() : new Answer.Found<>(found);
        } catch (ExecutionException e) {
            return answerOf(e.getCause() == null ? e : e.getCause());
        } catch (java.util.concurrent.TimeoutException e) {
            return new Answer.Failed<>(Fault.DNS_TIMEOUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Failed<>(Fault.DNS_TIMEOUT);
        }
    }

    private static <T> Answer<T> answerOf(Throwable failure) {
        return switch (failure) {
            case NoSuchRRSetException _ -> new Answer.NoRecord<>();
            case NoSuchDomainException _ -> new Answer.Failed<>(Fault.DNS_NXDOMAIN);
            case ServerFailedException _ -> new Answer.Failed<>(Fault.DNS_SERVFAIL);
            case LookupFailedException lookup
            when lookup.getCause() instanceof IOException -> new Answer.Failed<>(Fault.DNS_TIMEOUT);
            case LookupFailedException _ -> new Answer.Failed<>(Fault.DNS_SERVFAIL);
            default -> new Answer.Failed<>(Fault.DNS_TIMEOUT);
        };
    }

    private static Resolver resolver(List<InetSocketAddress> servers, Duration timeout, SourceAddresses sources) {
        ExtendedResolver resolver = servers.isEmpty()
                ? new ExtendedResolver()
                : new ExtendedResolver(servers.stream()
                        .map(SimpleResolver::new)
                        .map(Resolver.class::cast)
                        .toList());
        for (Resolver single : resolver.getResolvers()) {
            single.setTimeout(timeout);
            if (single instanceof SimpleResolver simple) {
                sources.towards(simple.getAddress().getAddress()).ifPresent(simple::setLocalAddress);
            }
        }
        resolver.setTimeout(timeout.multipliedBy(3));
        resolver.setRetries(2);
        return resolver;
    }

    private static boolean isLiteral(String host) {
        return host.indexOf(':') >= 0 || host.matches("\\d{1,3}(\\.\\d{1,3}){3}");
    }

    private static String withoutFinalDot(Name name) {
        return name.equals(Name.root) ? "" : name.toString(true);
    }
}
