package org.mailcontinuity.events.portal;

import org.mailcontinuity.contracts.contact.Contact;
import org.mailcontinuity.contracts.link.PortalToken;
import org.mailcontinuity.events.alert.Alert;

/** What a link opens. */
sealed interface Opening {
    /** The alert, for the contact that the link was made for. */
    record Open(PortalToken link, Contact contact, Alert alert) implements Opening {}

    /** Nothing, with what is shown instead. */
    record Shut(ClosedPage page) implements Opening {}
}
