/**
 * The stream of the API: what happened, as it happens, as server-sent events. Written by the outbox relay, which numbers
 * its entries without gaps; read by consoles and client applications.
 */
@NullMarked
package org.mailcontinuity.events.stream;

import org.jspecify.annotations.NullMarked;
