/**
 * Secrets from mounted folders, read when they are used, so that a rotated secret needs no restart. Called by channels.
 */
@NullMarked
package org.mailcontinuity.notifier.credential;

import org.jspecify.annotations.NullMarked;
