package org.mailcontinuity.events.access;

import java.time.Instant;
import java.util.UUID;

/** Who holds a valid token, as far as the token tells. */
public record Holder(UUID tokenId, String name, Role role, Instant expiresAt) {}
