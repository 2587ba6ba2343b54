package org.mailcontinuity.notifier.template;

/** A notice in words: a subject of one line, the same text as plain text and as HTML. */
public record Wording(String subject, String text, String html) {
    public Wording {
        subject = PlainLine.of(subject, 200);
    }
}
