/**
 * A provider that is asked over its own HTTP API, described by the operator's templates, and that calls back with receipts
 * and with what people wrote. Called by the SMS channel.
 */
@NullMarked
package org.mailcontinuity.notifier.sms.gateway;

import org.jspecify.annotations.NullMarked;
