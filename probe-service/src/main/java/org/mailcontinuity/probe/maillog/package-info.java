/**
 * Reads the logs of mail servers: which message to whom was accepted, deferred or rejected, when, and with which reply.
 * Pure but for a bounded memory of messages under way. Called by the agent.
 */
@NullMarked
package org.mailcontinuity.probe.maillog;

import org.jspecify.annotations.NullMarked;
