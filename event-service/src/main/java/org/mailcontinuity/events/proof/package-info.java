/**
 * What is known of a contact's addresses from what was sent to them: when one last worked, and whether it is bad. Written by
 * the features notification and trial; shown with contacts.
 */
@NullMarked
package org.mailcontinuity.events.proof;

import org.jspecify.annotations.NullMarked;
