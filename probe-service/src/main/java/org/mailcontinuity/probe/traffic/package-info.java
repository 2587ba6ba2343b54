/**
 * What real mail did, as mail servers' own logs tell: counts a minute, posted as lines of JSON, become samples of check
 * TRAFFIC. Called by agents and other shippers of logs, over a port of its own.
 */
@NullMarked
package org.mailcontinuity.probe.traffic;

import org.jspecify.annotations.NullMarked;
