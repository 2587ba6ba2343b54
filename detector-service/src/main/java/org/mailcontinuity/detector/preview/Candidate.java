package org.mailcontinuity.detector.preview;

/** The settings that are compared. */
enum Candidate {
    /** Those that a person thinks of. */
    PROPOSED,
    /** Those that are in force. */
    PRESENT
}
