/**
 * Continuity events: their life cycle as a pure state machine ({@link org.mailcontinuity.events.lifecycle.Life}), and
 * their API. Called by the API, the portal, and the job that starts and ends due events.
 */
@NullMarked
package org.mailcontinuity.events.lifecycle;

import org.jspecify.annotations.NullMarked;
