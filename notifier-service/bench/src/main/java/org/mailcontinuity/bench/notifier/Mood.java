package org.mailcontinuity.bench.notifier;

/** What a sink does with what comes. */
enum Mood {
    TAKES,
    /** 500, 451, or ESME_RSYSERR. */
    FAILS,
    /** 429 with Retry-After, 451 or ESME_RTHROTTLED. */
    BUSY,
    /** Takes the message and never says so. */
    SILENT,
    /** Takes the message and cuts the line in place of the answer. */
    HALF_ACCEPTS,
    /** Cuts whatever line there is. */
    DOWN
}
