package org.mailcontinuity.events.notification;

import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.notification.AttemptOutcome;

/** Which attempts a list shows; absent = any. */
record NotificationFilter(
        Optional<UUID> alertId, Optional<UUID> eventId, Optional<UUID> contactId, Optional<AttemptOutcome> outcome) {}
