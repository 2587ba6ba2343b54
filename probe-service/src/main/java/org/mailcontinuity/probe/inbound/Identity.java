package org.mailcontinuity.probe.inbound;

/**
 * Who the probe is to mail servers. The sender is the same for every test of a route: greylisting wants to see it
 * again.
 *
 * @param ehloName a name that resolves to the probe's address
 * @param senderDomain the domain of its sender address, which takes bounces
 */
public record Identity(String ehloName, String senderDomain) {
    public String sender() {
        return "probe@" + senderDomain;
    }
}
