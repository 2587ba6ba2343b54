/** Tells a database that is away from a fault of ours. Called by consumers and jobs, which wait for it. */
@NullMarked
package org.mailcontinuity.notifier.database;

import org.jspecify.annotations.NullMarked;
