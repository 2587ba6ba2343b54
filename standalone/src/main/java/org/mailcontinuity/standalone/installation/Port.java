package org.mailcontinuity.standalone.installation;

/** Every port that an installation listens on, with its number before the offset and whom it serves. */
public enum Port {
    EVENT_SERVICE(8080, "event-service: console and API"),
    PROBE_SERVICE(8081, "probe-service: API", Owner.VANTAGE),
    DETECTOR_SERVICE(8082, "detector-service: API"),
    NOTIFIER_SERVICE(8083, "notifier-service: API"),
    EVENT_MANAGEMENT(9080, "event-service: health and metrics"),
    PROBE_MANAGEMENT(9081, "probe-service: health and metrics", Owner.VANTAGE),
    DETECTOR_MANAGEMENT(9082, "detector-service: health and metrics"),
    NOTIFIER_MANAGEMENT(9083, "notifier-service: health and metrics"),
    PROBE_RECEIVER(2525, "probe-service: receiver of test mail (SMTP)", Owner.VANTAGE),
    BROKER(9092, "Kafka broker"),
    CONTROLLER(9093, "Kafka broker: its controller"),
    DATABASE(15432, "PostgreSQL"),
    MX1(3025, "demo mail system: mx1 (SMTP)", Owner.DEMO),
    MX2(3026, "demo mail system: mx2 (SMTP)", Owner.DEMO),
    SUBMISSION(3587, "demo mail system: submission (SMTP)", Owner.DEMO),
    ALERT_RELAY(3625, "demo: alert relay (SMTP)", Owner.DEMO),
    CONTROL1(3725, "demo: mx1 of a second mail system, the probe's control target (SMTP)", Owner.DEMO),
    CONTROL2(3726, "demo: mx2 of a second mail system, the probe's control target (SMTP)", Owner.DEMO),
    DEMO_DNS(3053, "demo: name server of example.test (DNS)", Owner.DEMO),
    MAIL_CONTROL(3080, "demo mail system: remote control (HTTP)", Owner.DEMO);

    private final int number;
    private final String purpose;
    private final Owner owner;

    private enum Owner {
        EVERYONE,
        VANTAGE,
        DEMO
    }

    Port(int number, String purpose) {
        this(number, purpose, Owner.EVERYONE);
    }

    Port(int number, String purpose, Owner owner) {
        this.number = number;
        this.purpose = purpose;
        this.owner = owner;
    }

    /** Who listens there, in words for a person. */
    public String purpose() {
        return purpose;
    }

    /** Whether only an installation with the demo uses it. */
    public boolean demo() {
        return owner == Owner.DEMO;
    }

    /** Whether each vantage has one of its own. */
    boolean ofVantage() {
        return owner == Owner.VANTAGE;
    }

    public int at(int offset) {
        return number + offset;
    }
}
