package org.mailcontinuity.probe.vantage;

/** A mail server elsewhere that the worker looks at to know that its own network is sound. */
public record ControlTarget(String host, int port) {
    /** Reads {@code host}, {@code host:port} or {@code [IPv6]:port}; the port is 25 where none is given. */
    public static ControlTarget parse(String text) {
        int colon = text.lastIndexOf(':');
        boolean hasPort = colon > text.lastIndexOf(']') && text.indexOf(':') == colon || text.contains("]:");
        String host = hasPort ? text.substring(0, colon) : text;
        int port = hasPort ? Integer.parseInt(text.substring(colon + 1)) : 25;
        return new ControlTarget(host.replace("[", "").replace("]", ""), port);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
