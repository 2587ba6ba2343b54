package org.mailcontinuity.notifier.delivery;

import java.util.UUID;

/**
 * A delivery came out differently from what was hoped for when it was planned: it was put off, failed, or was made although
 * it was given up. Whoever planned it has to look again. Fired in the transaction in which that is stored.
 */
public record DeliverySettled(UUID subjectId, UUID deliveryId, Notice notice) {}
