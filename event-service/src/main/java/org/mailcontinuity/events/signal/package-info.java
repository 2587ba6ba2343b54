/** Wake-up calls between replicas by PostgreSQL's LISTEN and NOTIFY. Called by the outbox, the stream and mode. */
@NullMarked
package org.mailcontinuity.events.signal;

import org.jspecify.annotations.NullMarked;
