package org.mailcontinuity.events.portal;

/** What a link shows that opens nothing, in words that help and tell a stranger nothing. */
public record ClosedPage(int status, String word, String title, String text) {

    static final ClosedPage EXPIRED = new ClosedPage(
            410,
            "Link expired",
            "This link has expired",
            "Links in alerts work for 24 hours. Open the link of the newest message about this alert, or sign in to the"
                    + " console.");
    static final ClosedPage UNKNOWN = new ClosedPage(
            404,
            "Not found",
            "This link does not open anything",
            "It may be incomplete: copy it whole, without a line break, from the message. If it still does not work, open"
                    + " the link of the newest message about this alert.");
    static final ClosedPage WITHDRAWN = new ClosedPage(
            410,
            "Link withdrawn",
            "This link no longer works",
            "The alert, or the contact the link was made for, is no longer there.");
    static final ClosedPage STALE_FORM = new ClosedPage(
            403,
            "Nothing was changed",
            "This form does not belong to this link",
            "Nothing was changed. Open the link from the message again and repeat what you wanted to do.");
    static final ClosedPage TOO_MANY = new ClosedPage(
            429,
            "Please wait",
            "Too many requests",
            "This address was opened very often in a short time. Wait a minute and open the link again.");
    static final ClosedPage BROKEN = new ClosedPage(
            503,
            "Not available",
            "This page cannot be shown just now",
            "Something on our side does not work at the moment. Try again in a minute; the link stays valid.");
}
