package org.mailcontinuity.notifier.template;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Several notices told in one message.
 *
 * @param lines at least two
 */
public record Digest(List<Line> lines) {
    public Digest {
        lines = List.copyOf(lines);
    }

    /**
     * One of them.
     *
     * @param subject its first line
     * @param link the page that answers it
     */
    public record Line(String subject, Optional<URI> link) {
        /** For templates, which know no absence. */
        public String url() {
            return link.map(URI::toString).orElse("");
        }
    }
}
