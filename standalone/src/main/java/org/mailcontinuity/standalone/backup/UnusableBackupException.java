package org.mailcontinuity.standalone.backup;

import java.io.IOException;

/** A file that cannot be restored; the message says why, for the person who named it. */
public final class UnusableBackupException extends IOException {
    private static final long serialVersionUID = 1;

    UnusableBackupException(String message) {
        super(message);
    }
}
