/**
 * People and the addresses that reach them: a copy of continuity.contacts, read when something is to be told.
 */
@NullMarked
package org.mailcontinuity.notifier.contact;

import org.jspecify.annotations.NullMarked;
