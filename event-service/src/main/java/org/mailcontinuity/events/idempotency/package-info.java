/** POST requests that carry an Idempotency-Key take effect once. Called by the interceptor of annotated resource methods. */
@NullMarked
package org.mailcontinuity.events.idempotency;

import org.jspecify.annotations.NullMarked;
