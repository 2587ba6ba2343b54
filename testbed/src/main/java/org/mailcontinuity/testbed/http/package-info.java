/** A fake HTTP receiver that records what it is sent and answers as told, for tests of webhooks and gateways. */
@NullMarked
package org.mailcontinuity.testbed.http;

import org.jspecify.annotations.NullMarked;
