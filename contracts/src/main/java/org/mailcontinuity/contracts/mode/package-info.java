/** Continuity mode: who is in it, until when. Written by the event-service, read by mailbox and client applications. */
@NullMarked
package org.mailcontinuity.contracts.mode;

import org.jspecify.annotations.NullMarked;
