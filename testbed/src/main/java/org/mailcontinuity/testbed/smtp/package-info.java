/**
 * A fake SMTP server that behaves as its script says, well or badly, at every stage of a dialogue. Tests of the probe
 * and of the notifier talk to it.
 */
@NullMarked
package org.mailcontinuity.testbed.smtp;

import org.jspecify.annotations.NullMarked;
