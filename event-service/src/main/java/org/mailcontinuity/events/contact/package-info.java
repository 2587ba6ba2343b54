/**
 * Contacts: the people who are told, and the roads that reach them. Administrators write them; every change is published
 * for the notifier. Policies and the alert's page ask for them.
 */
@NullMarked
package org.mailcontinuity.events.contact;

import org.jspecify.annotations.NullMarked;
