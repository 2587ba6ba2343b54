package org.mailcontinuity.probe.smtp;

import java.net.InetAddress;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * The names a certificate is good for (RFC 9525): its subjectAltName entries, or, as mail servers' certificates still
 * have it, the subject's common name where it has no such entries.
 */
record CertificateNames(List<String> dnsNames, List<String> addresses) {
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    static CertificateNames of(X509Certificate certificate) {
        List<String> names = new ArrayList<>();
        List<String> addresses = new ArrayList<>();
        for (List<?> entry : alternativeNames(certificate)) {
            switch ((Integer) entry.get(0)) {
                case DNS_NAME -> names.add((String) entry.get(1));
                case IP_ADDRESS -> addresses.add((String) entry.get(1));
                default -> {}
            }
        }
        if (names.isEmpty() && addresses.isEmpty()) {
            commonName(certificate).ifPresent(names::add);
        }
        return new CertificateNames(List.copyOf(names), List.copyOf(addresses));
    }

    /** @param host a host name without final dot, or an IP address in text */
    boolean match(String host) {
        if (isAddress(host)) {
            return addresses.stream().anyMatch(address -> same(address, host));
        }
        return dnsNames.stream()
                .anyMatch(name -> matches(name.toLowerCase(Locale.ROOT), host.toLowerCase(Locale.ROOT)));
    }

    /** A wildcard stands for exactly the whole leftmost label (RFC 9525, 6.3). */
    private static boolean matches(String name, String host) {
        if (!name.startsWith("*.")) {
            return name.equals(host);
        }
        int dot = host.indexOf('.');
        return dot > 0 && name.substring(1).equals(host.substring(dot)) && name.indexOf('.', 2) > 0;
    }

    private static boolean isAddress(String host) {
        return host.indexOf(':') >= 0 || host.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
    }

    private static boolean same(String address, String host) {
        try {
            return InetAddress.ofLiteral(address).equals(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Collection<List<?>> alternativeNames(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null ? List.of() : names;
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }

    private static Optional<String> commonName(X509Certificate certificate) {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(rdn -> rdn.getType().equalsIgnoreCase("CN"))
                            .map(Rdn::getValue)
                            .map(Object::toString)
                            .findFirst();
        } catch (InvalidNameException e) {
            return Optional.empty();
        }
    }
}
