package org.mailcontinuity.events.idempotency;

import java.util.Optional;

/**
 * What a request was answered.
 *
 * @param fingerprint which request it was
 * @param body the JSON of the answer
 */
record StoredAnswer(
        String fingerprint, int status, Optional<String> location, Optional<String> etag, Optional<String> body) {}
