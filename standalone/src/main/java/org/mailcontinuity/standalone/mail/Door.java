package org.mailcontinuity.standalone.mail;

import java.net.InetAddress;

/** Says, before a word is spoken, what becomes of a connection. */
interface Door {
    Treatment treat(InetAddress caller);

    /** What becomes of it. */
    enum Treatment {
        ADMIT,
        /** It gets no answer, as where packets are dropped. */
        IGNORE,
        /** It is reset. */
        REFUSE
    }
}
