package org.mailcontinuity.events.suggestion;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailcontinuity.contracts.sample.Route;

/** Providers that are recognised by the names of their MX hosts or by what their customers' SPF records include. */
public enum MailProvider {
    MICROSOFT_365(
            "Microsoft 365",
            List.of("mail.protection.outlook.com", "mx.microsoft"),
            List.of("spf.protection.outlook.com"),
            Route.of("smtp.office365.com", 587)),
    GOOGLE_WORKSPACE(
            "Google Workspace",
            List.of("aspmx.l.google.com", "smtp.google.com", "googlemail.com", "l.google.com"),
            List.of("_spf.google.com"),
            Route.of("smtp.gmail.com", 587)),
    FASTMAIL(
            "Fastmail",
            List.of("messagingengine.com"),
            List.of("spf.messagingengine.com"),
            Route.of("smtp.fastmail.com", 465)),
    ZOHO(
            "Zoho Mail",
            List.of("zoho.com", "zoho.eu"),
            List.of("zoho.com", "zoho.eu", "zohomail.com", "zohomail.eu"),
            Route.of("smtp.zoho.com", 587)),
    PROTON("Proton Mail", List.of("protonmail.ch"), List.of("_spf.protonmail.ch")),
    ICLOUD("iCloud Mail", List.of("mail.icloud.com"), List.of("icloud.com"), Route.of("smtp.mail.me.com", 587)),
    IONOS("IONOS", List.of("kundenserver.de", "ionos.com", "ionos.de", "1and1.com"), List.of("_spf.kundenserver.de")),
    RACKSPACE(
            "Rackspace Email",
            List.of("emailsrvr.com"),
            List.of("emailsrvr.com"),
            Route.of("secure.emailsrvr.com", 587)),
    AMAZON_WORKMAIL("Amazon WorkMail", List.of("amazonaws.com"), List.of("amazonses.com")),
    OVH("OVHcloud", List.of("mail.ovh.net", "ovh.net"), List.of("mx.ovh.com"), Route.of("ssl0.ovh.net", 587)),
    MAILBOX_ORG("mailbox.org", List.of("mailbox.org"), List.of("mailbox.org"), Route.of("smtp.mailbox.org", 587)),
    PROOFPOINT("Proofpoint", List.of("pphosted.com", "ppe-hosted.com"), List.of("pphosted.com", "ppe-hosted.com")),
    MIMECAST(
            "Mimecast",
            List.of("mimecast.com", "mimecast.co.za", "mimecast-offshore.com"),
            List.of("_netblocks.mimecast.com")),
    BARRACUDA("Barracuda", List.of("barracudanetworks.com"), List.of("spf.ess.barracudanetworks.com")),
    CISCO("Cisco Secure Email", List.of("iphmx.com"), List.of("iphmx.com")),
    HORNETSECURITY(
            "Hornetsecurity", List.of("hornetsecurity.com", "antispameurope.com"), List.of("spf.hornetsecurity.com"));

    private final String title;
    private final List<String> mxSuffixes;
    private final List<String> spfIncludes;
    private final Optional<Route> submission;

    MailProvider(String title, List<String> mxSuffixes, List<String> spfIncludes) {
        this(title, mxSuffixes, spfIncludes, Optional.empty());
    }

    MailProvider(String title, List<String> mxSuffixes, List<String> spfIncludes, Route submission) {
        this(title, mxSuffixes, spfIncludes, Optional.of(submission));
    }

    MailProvider(String title, List<String> mxSuffixes, List<String> spfIncludes, Optional<Route> submission) {
        this.title = title;
        this.mxSuffixes = mxSuffixes;
        this.spfIncludes = spfIncludes;
        this.submission = submission;
    }

    public String title() {
        return title;
    }

    /** Where the provider's customers hand in mail, where that is the same for all. */
    Optional<Route> submission() {
        return submission;
    }

    /** Whose host it is: one that takes in mail of the provider's customers, or the one where they hand it in. */
    public static Optional<MailProvider> ofHost(String host) {
        return byHost(host)
                .findFirst()
                .or(() -> Arrays.stream(values())
                        .filter(provider -> provider.submission
                                .filter(route -> route.host().equalsIgnoreCase(host))
                                .isPresent())
                        .findFirst());
    }

    /** Who takes the domain's mail in; a gateway in front of the mailboxes counts. */
    static Optional<MailProvider> ofMx(List<Route> mx) {
        return mx.stream().flatMap(route -> byHost(route.host())).findFirst();
    }

    /** Who sends the domain's mail out; where several are named, the first one that is known. */
    static Optional<MailProvider> ofSpf(String spf) {
        return Arrays.stream(spf.toLowerCase(Locale.ROOT).split("\\s+", -1))
                .map(term -> term.startsWith("+") ? term.substring(1) : term)
                .filter(term -> term.startsWith("include:") || term.startsWith("redirect="))
                .map(term -> term.substring(term.indexOf(term.startsWith("include:") ? ':' : '=') + 1))
                .flatMap(MailProvider::byInclude)
                .findFirst();
    }

    private static Stream<MailProvider> byHost(String host) {
        return Arrays.stream(values())
                .filter(provider -> provider.mxSuffixes.stream().anyMatch(suffix -> within(host, suffix)));
    }

    private static Stream<MailProvider> byInclude(String include) {
        return Arrays.stream(values())
                .filter(provider -> provider.spfIncludes.stream().anyMatch(known -> within(include, known)));
    }

    private static boolean within(String name, String suffix) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.equals(suffix) || lower.endsWith("." + suffix);
    }
}
