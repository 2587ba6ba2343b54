/**
 * Shows what a notice would say, with the notifier's templates or with ones being written. The notifier words it. Called by
 * administrators.
 */
@NullMarked
package org.mailcontinuity.events.notice;

import org.jspecify.annotations.NullMarked;
