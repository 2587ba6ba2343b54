package org.mailcontinuity.events.audit;

/**
 * Who does something.
 *
 * @param kind how we know them
 * @param name the token's or the user's name, the contact's name, or the job's
 * @param address the network address the request came from; {@code local} for jobs
 */
public record Actor(Kind kind, String name, String address) {
    /** How an actor is known. */
    public enum Kind {
        /** A caller of the API. */
        USER,
        /** A contact who opened an alert's link. */
        CONTACT,
        /** A job of the service. */
        SYSTEM
    }

    public static Actor user(String name, String address) {
        return new Actor(Kind.USER, name, address);
    }

    public static Actor contact(String name, String address) {
        return new Actor(Kind.CONTACT, name, address);
    }

    public static Actor system(String job) {
        return new Actor(Kind.SYSTEM, job, "local");
    }
}
