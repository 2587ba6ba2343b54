/** The topics that must exist before the service is ready. Called by the readiness check. */
@NullMarked
package org.mailcontinuity.notifier.topic;

import org.jspecify.annotations.NullMarked;
