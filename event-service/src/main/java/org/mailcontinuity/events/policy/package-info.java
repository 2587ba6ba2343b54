/**
 * Notification policies: the ladder by which an alert reaches people. Administrators write them, monitors name them, and
 * the feature alert resolves them to contacts.
 */
@NullMarked
package org.mailcontinuity.events.policy;

import org.jspecify.annotations.NullMarked;
