/**
 * Where the probe may connect to: a monitor's definition, and the DNS of its domain, must not make it a port scanner
 * or a way into the private network it stands in. Called before every connection, with the address that is then used.
 */
@NullMarked
package org.mailcontinuity.probe.guard;

import org.jspecify.annotations.NullMarked;
