/** Alerts: the whole state of an alert at each change, which the notifier turns into messages to people. */
@NullMarked
package org.mailcontinuity.contracts.alert;

import org.jspecify.annotations.NullMarked;
