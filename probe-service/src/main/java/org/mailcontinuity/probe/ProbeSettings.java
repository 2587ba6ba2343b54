package org.mailcontinuity.probe;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.mailcontinuity.probe.arrival.ReceiverTls;
import org.mailcontinuity.probe.guard.AddressGuard;
import org.mailcontinuity.probe.guard.Network;
import org.mailcontinuity.probe.inbound.Identity;
import org.mailcontinuity.probe.smtp.SourceAddresses;
import org.mailcontinuity.probe.traffic.TrafficDesk;
import org.mailcontinuity.probe.traffic.TrafficReceiver;
import org.mailcontinuity.probe.vantage.ControlTarget;

/** The configuration as the probe works with it: read, checked, defaults in place. */
record ProbeSettings(
        String vantage,
        String worker,
        Identity identity,
        SourceAddresses sources,
        AddressGuard guard,
        int mostAtOnce,
        int mostPerHost,
        int buffer,
        List<InetSocketAddress> dnsServers,
        Duration dnsTimeout,
        List<ControlTarget> controlTargets,
        Duration controlInterval,
        Optional<Path> trustCertificates,
        Optional<Path> tokenKeys,
        Optional<ReceiverAddress> receiver,
        Optional<TrafficIntakeSettings> traffic) {

    private static final int DNS_PORT = 53;

    /** Where the receiver listens, and for whose mail. */
    record ReceiverAddress(InetAddress bind, int port, String domain, Optional<SSLContext> tls) {}

    /** Where traffic is taken, from which sources, and how much. */
    record TrafficIntakeSettings(Path sources, TrafficReceiver.Address address, TrafficDesk.Limits limits) {}

    /** @throws IllegalArgumentException naming the key that cannot be used */
    static ProbeSettings of(ProbeConfig config) {
        String worker = config.worker().orElseGet(ProbeSettings::hostName);
        String ehloName = config.ehloName().orElseGet(ProbeSettings::hostName);
        Optional<String> receiverDomain = config.receiver().domain();
        String senderDomain = config.senderDomain().or(() -> receiverDomain).orElse(ehloName);
        return new ProbeSettings(
                config.vantage(),
                worker,
                new Identity(ehloName, senderDomain),
                new SourceAddresses(config.bindAddress().orElse(List.of()).stream()
                        .map(text -> address("continuity.probe.bind-address", text.strip()))
                        .toList()),
                guard(config),
                config.mostAtOnce(),
                config.mostPerHost(),
                config.buffer(),
                config.dns().servers().orElse(List.of()).stream()
                        .map(ProbeSettings::dnsServer)
                        .toList(),
                config.dns().timeout(),
                config.controlTargets().orElse(List.of()).stream()
                        .map(ControlTarget::parse)
                        .toList(),
                atLeastASecond(config.controlInterval()),
                config.trustCertificates(),
                config.tokenKeys(),
                receiverDomain.map(domain -> new ReceiverAddress(
                        address(
                                "continuity.probe.receiver.bind",
                                config.receiver().bind()),
                        config.receiver().port(),
                        domain,
                        receiverTls(config.receiver()))),
                config.traffic().sources().map(sources -> traffic(sources, config.traffic())));
    }

    private static TrafficIntakeSettings traffic(Path sources, ProbeConfig.Traffic traffic) {
        together("traffic", traffic.certificate(), traffic.privateKey());
        InetAddress bind = address("continuity.probe.traffic.bind", traffic.bind());
        return new TrafficIntakeSettings(
                sources,
                new TrafficReceiver.Address(
                        bind.getHostAddress(), traffic.port(), traffic.certificate(), traffic.privateKey()),
                new TrafficDesk.Limits(traffic.longestBody(), traffic.linesAMinute()));
    }

    private static void together(String part, Optional<Path> certificate, Optional<Path> privateKey) {
        if (certificate.isPresent() != privateKey.isPresent()) {
            throw new IllegalArgumentException("continuity.probe." + part + ".certificate and continuity.probe." + part
                    + ".private-key must be given together");
        }
    }

    private static Optional<SSLContext> receiverTls(ProbeConfig.Receiver receiver) {
        together("receiver", receiver.certificate(), receiver.privateKey());
        return receiver.certificate().flatMap(chain -> receiver.privateKey().map(key -> ReceiverTls.read(chain, key)));
    }

    private static AddressGuard guard(ProbeConfig config) {
        List<Network> networks = config.allowedNetworks().orElse(List.of()).stream()
                .map(ProbeSettings::network)
                .toList();
        Set<Integer> ports = config.allowedPorts().map(Set::copyOf).orElse(AddressGuard.MAIL_PORTS);
        return new AddressGuard(networks, ports);
    }

    private static Network network(String text) {
        try {
            return Network.parse(text.strip());
        } catch (IllegalArgumentException e) {
            throw refused("continuity.probe.allowed-networks", "must hold networks as 10.0.0.0/8", text);
        }
    }

    private static InetSocketAddress dnsServer(String text) {
        try {
            ControlTarget parsed = ControlTarget.parse(text.strip());
            boolean hasPort = parsed.port() != 25 || text.strip().endsWith(":25");
            return new InetSocketAddress(InetAddress.ofLiteral(parsed.host()), hasPort ? parsed.port() : DNS_PORT);
        } catch (IllegalArgumentException e) {
            throw refused("continuity.probe.dns.servers", "must hold addresses as 127.0.0.1:53", text);
        }
    }

    private static InetAddress address(String key, String text) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException e) {
            throw refused(key, "must be an IP address", text);
        }
    }

    private static Duration atLeastASecond(Duration interval) {
        if (interval.compareTo(Duration.ofSeconds(1)) < 0) {
            throw refused("continuity.probe.control-interval", "must be at least PT1S", interval.toString());
        }
        return interval;
    }

    private static IllegalArgumentException refused(String key, String rule, String seen) {
        return new IllegalArgumentException(key + " " + rule + ", but is: " + seen);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
