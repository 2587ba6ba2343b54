/**
 * Shows what a notice would say, in a language and over a channel, with the templates in use or with ones being written.
 * Asked for by the event-service.
 */
@NullMarked
package org.mailcontinuity.notifier.preview;

import org.jspecify.annotations.NullMarked;
