package org.mailcontinuity.notifier.template;

/**
 * A notice in words: a subject of one line, the same text as plain text and as HTML, and in brief for a phone.
 */
public record Wording(String subject, String text, String html, Brief brief) {
    static final int LONGEST_SUBJECT = 200;

    public Wording {
        subject = PlainLine.of(subject, LONGEST_SUBJECT);
    }

    /** One whose brief form is its subject. */
    public Wording(String subject, String text, String html) {
        this(subject, text, html, new Brief(PlainLine.of(subject, LONGEST_SUBJECT), "", ""));
    }
}
