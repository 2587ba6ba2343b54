/** Starts a continuity event by itself where a monitor asks for it and nobody answers an outage. Called by its own job. */
@NullMarked
package org.mailcontinuity.events.activation;

import org.jspecify.annotations.NullMarked;
