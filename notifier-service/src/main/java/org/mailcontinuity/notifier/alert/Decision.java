package org.mailcontinuity.notifier.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mailcontinuity.notifier.delivery.DeliveryKey;

/**
 * What to do about an alert now.
 *
 * @param due what to tell; carrying it out twice is harmless
 * @param superseded deliveries that need not be tried any more
 * @param unreachable contacts whom nothing reaches
 * @param lookAgain when to decide anew, if nothing changes before
 */
record Decision(List<DeliveryKey> due, List<UUID> superseded, Set<UUID> unreachable, Optional<Instant> lookAgain) {}
