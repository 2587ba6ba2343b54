package org.mailcontinuity.events.alert;

/** Why an alert does not do as it is told. */
public enum AlertRefusal {
    ALREADY_ACKNOWLEDGED("The alert is acknowledged already."),
    ALREADY_RESOLVED("The alert is resolved: its disruption is over."),
    SUSPENSION_NOT_AHEAD("A suspension must end in the future."),
    SUSPENSION_BEYOND_LIMIT("A suspension may last 30 days at most.");

    private final String sentence;

    AlertRefusal(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
