/** A thread that does one thing over and over until it is told to stop. Called by jobs that listen or poll. */
@NullMarked
package org.mailcontinuity.notifier.worker;

import org.jspecify.annotations.NullMarked;
