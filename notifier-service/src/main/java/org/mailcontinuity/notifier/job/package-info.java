/**
 * Work at a later time, kept in the database and claimed by row lock, so that any replica does it and a dead one's is taken
 * over. Called by delivery, alert and event.
 */
@NullMarked
package org.mailcontinuity.notifier.job;

import org.jspecify.annotations.NullMarked;
