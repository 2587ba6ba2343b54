/**
 * The roads to people. Each road is one small class behind {@link Channel}; delivery and proof call them.
 */
@NullMarked
package org.mailcontinuity.notifier.channel;

import org.jspecify.annotations.NullMarked;
