/**
 * The console's page of people: who is told, by which roads, what is known of each road, and the groups they are in.
 * Administrators try and verify addresses there, and add people.
 */
@NullMarked
package org.mailcontinuity.events.people;

import org.jspecify.annotations.NullMarked;
