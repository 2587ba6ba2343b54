package org.mailcontinuity.probe.smtp;

import java.io.IOException;

/** The server sent a longer line than the probe takes. */
final class LineLimitException extends IOException {
    private static final long serialVersionUID = 1L;

    LineLimitException(int most) {
        super("a reply line of more than " + most + " bytes");
    }
}
