package org.mailcontinuity.testbed.dns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;

/** The records of a {@link FakeDnsServer}, and the names for which it misbehaves. Each method may be called at any time. */
public final class FakeZone {
    /** How the server treats every query for a name. */
    private enum Fault {
        SERVFAIL,
        SILENT,
        TRUNCATED
    }

    private final List<Record> records = new CopyOnWriteArrayList<>();
    private final Map<Name, Fault> faults = new ConcurrentHashMap<>();
    private final AtomicInteger queries = new AtomicInteger();
    private volatile long ttl = 60;
    private volatile Optional<Resolver> elsewhere = Optional.empty();

    /** Seconds that records added from now on may be kept. */
    public FakeZone ttl(long seconds) {
        ttl = seconds;
        return this;
    }

    public FakeZone mx(String domain, int preference, String host) {
        return add(new MXRecord(name(domain), DClass.IN, ttl, preference, name(host)));
    }

    /** The domain says that it takes no mail (RFC 7505). */
    public FakeZone nullMx(String domain) {
        return add(new MXRecord(name(domain), DClass.IN, ttl, 0, Name.root));
    }

    /** An A or AAAA record, as the address's family asks. */
    public FakeZone address(String host, String address) {
        try {
            InetAddress parsed = InetAddress.getByName(address);
            return add(
                    parsed.getAddress().length == 4
                            ? new ARecord(name(host), DClass.IN, ttl, parsed)
                            : new AAAARecord(name(host), DClass.IN, ttl, parsed));
        } catch (IOException e) {
            throw new UncheckedIOException("not an address: " + address, e);
        }
    }

    public FakeZone txt(String host, String text) {
        return add(new TXTRecord(name(host), DClass.IN, ttl, text));
    }

    public FakeZone alias(String host, String target) {
        return add(new CNAMERecord(name(host), DClass.IN, ttl, name(target)));
    }

    /** Queries for the name fail on the server's side. */
    public FakeZone servfail(String host) {
        faults.put(name(host), Fault.SERVFAIL);
        return this;
    }

    /** Queries for the name get no answer. */
    public FakeZone silent(String host) {
        faults.put(name(host), Fault.SILENT);
        return this;
    }

    /** Over UDP the name's answers are cut short, so that the client must ask again over TCP. */
    public FakeZone truncated(String host) {
        faults.put(name(host), Fault.TRUNCATED);
        return this;
    }

    /** Takes away everything said of a name: it is NXDOMAIN from now on. */
    public FakeZone remove(String host) {
        records.removeIf(record -> record.getName().equals(name(host)));
        faults.remove(name(host));
        return this;
    }

    /** Queries for names that this zone does not know are passed on to that resolver. */
    public FakeZone elsewhere(Resolver resolver) {
        elsewhere = Optional.of(resolver);
        return this;
    }

    /** How many queries have come so far. */
    public int queries() {
        return queries.get();
    }

    private FakeZone add(Record entry) {
        records.add(entry);
        return this;
    }

    Optional<Message> answer(Message query, boolean datagram) {
        queries.incrementAndGet();
        Record question = query.getQuestion();
        Message answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.AA);
        answer.getHeader().setFlag(Flags.RA);
        answer.addRecord(question, Section.QUESTION);
        return switch (faults.get(question.getName())) {
            case SILENT -> Optional.empty();
            case SERVFAIL -> {
                answer.getHeader().setRcode(Rcode.SERVFAIL);
                yield Optional.of(answer);
            }
            case TRUNCATED -> {
                if (datagram) {
                    answer.getHeader().setFlag(Flags.TC);
                    yield Optional.of(answer);
                }
                yield Optional.of(fill(answer, question));
            }
            case null -> Optional.of(knows(question.getName()) ? fill(answer, question) : unknown(answer, query));
        };
    }

    private boolean knows(Name name) {
        return records.stream().anyMatch(entry -> entry.getName().equals(name));
    }

    private Message unknown(Message answer, Message query) {
        if (elsewhere.isEmpty()) {
            answer.getHeader().setRcode(Rcode.NXDOMAIN);
            return answer;
        }
        try {
            return elsewhere.get().send(query);
        } catch (IOException e) {
            answer.getHeader().setRcode(Rcode.SERVFAIL);
            return answer;
        }
    }

    private Message fill(Message answer, Record question) {
        Name asked = question.getName();
        Optional<Name> target = Optional.empty();
        for (Record entry : records) {
            if (entry.getName().equals(asked)) {
                if (entry.getType() == question.getType()) {
                    answer.addRecord(entry, Section.ANSWER);
                } else if (entry instanceof CNAMERecord alias) {
                    answer.addRecord(entry, Section.ANSWER);
                    target = Optional.of(alias.getTarget());
                }
            }
        }
        target.ifPresent(name -> records.stream()
                .filter(entry -> entry.getName().equals(name) && entry.getType() == question.getType())
                .forEach(entry -> answer.addRecord(entry, Section.ANSWER)));
        return answer;
    }

    private static Name name(String text) {
        try {
            return Name.fromString(text, Name.root);
        } catch (TextParseException e) {
            throw new IllegalArgumentException("not a domain name: " + text, e);
        }
    }
}
