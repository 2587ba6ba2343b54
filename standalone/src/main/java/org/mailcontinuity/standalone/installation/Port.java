package org.mailcontinuity.standalone.installation;

/** Every port that an installation listens on, with its number before the offset and whom it serves. */
public enum Port {
    EVENT_SERVICE(8080, "event-service: console and API"),
    PROBE_SERVICE(8081, "probe-service: API"),
    DETECTOR_SERVICE(8082, "detector-service: API"),
    NOTIFIER_SERVICE(8083, "notifier-service: API"),
    EVENT_MANAGEMENT(9080, "event-service: health and metrics"),
    PROBE_MANAGEMENT(9081, "probe-service: health and metrics"),
    DETECTOR_MANAGEMENT(9082, "detector-service: health and metrics"),
    NOTIFIER_MANAGEMENT(9083, "notifier-service: health and metrics"),
    PROBE_RECEIVER(2525, "probe-service: receiver of test mail (SMTP)"),
    BROKER(9092, "Kafka broker"),
    CONTROLLER(9093, "Kafka broker: its controller"),
    DATABASE(15432, "PostgreSQL"),
    MX1(3025, "demo mail system: mx1 (SMTP)", true),
    MX2(3026, "demo mail system: mx2 (SMTP)", true),
    SUBMISSION(3587, "demo mail system: submission (SMTP)", true),
    ALERT_RELAY(3625, "demo: alert relay (SMTP)", true),
    SECOND_SYSTEM(3725, "demo: second mail system, the probe's control target (SMTP)", true),
    DEMO_DNS(3053, "demo: name server of example.test (DNS)", true),
    MAIL_CONTROL(3080, "demo mail system: remote control (HTTP)", true);

    private final int number;
    private final String purpose;
    private final boolean demo;

    Port(int number, String purpose) {
        this(number, purpose, false);
    }

    Port(int number, String purpose, boolean demo) {
        this.number = number;
        this.purpose = purpose;
        this.demo = demo;
    }

    /** Who listens there, in words for a person. */
    public String purpose() {
        return purpose;
    }

    /** Whether only an installation with the demo uses it. */
    public boolean demo() {
        return demo;
    }

    public int at(int offset) {
        return number + offset;
    }
}
