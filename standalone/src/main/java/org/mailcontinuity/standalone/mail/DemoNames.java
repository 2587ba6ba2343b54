package org.mailcontinuity.standalone.mail;

import org.mailcontinuity.testbed.dns.FakeDnsServer;
import org.xbill.DNS.ExtendedResolver;

/** The name server of the demo's domains; it asks the machine's own resolvers about all others. */
final class DemoNames {
    private DemoNames() {}

    static FakeDnsServer serve(int port) {
        FakeDnsServer server = FakeDnsServer.start(port);
        for (String host : new String[] {"mx1.", "mx2.", "mail."}) {
            server.zone().address(host + DemoMailSettings.DOMAIN, "127.0.0.1");
        }
        server.zone()
                .mx(DemoMailSettings.DOMAIN, 10, "mx1." + DemoMailSettings.DOMAIN)
                .mx(DemoMailSettings.DOMAIN, 20, "mx2." + DemoMailSettings.DOMAIN)
                .txt(DemoMailSettings.DOMAIN, "v=spf1 mx -all")
                .address("mx1.elsewhere.test", "127.0.0.1")
                .address("mx2.elsewhere.test", "127.0.0.1")
                .address("probe.test", "127.0.0.1");
        server.zone().elsewhere(new ExtendedResolver());
        return server;
    }
}
