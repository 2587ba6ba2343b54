/**
 * Reports of mail servers on what became of our emails (RFC 3464), received by SMTP at the return path. What they say goes to
 * receipt.
 */
@NullMarked
package org.mailcontinuity.notifier.bounce;

import org.jspecify.annotations.NullMarked;
