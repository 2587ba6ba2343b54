/** A provider that speaks SMPP 3.4: one bind (or two) for each replica, kept up, with receipts. Called by the SMS channel. */
@NullMarked
package org.mailcontinuity.notifier.sms.smpp;

import org.jspecify.annotations.NullMarked;
