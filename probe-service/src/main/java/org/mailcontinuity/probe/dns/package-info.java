/**
 * The ways to a domain's mail, as its DNS tells them, and the addresses of its hosts. Called at the beginning of every
 * check, once: what was looked up here is what is connected to.
 */
@NullMarked
package org.mailcontinuity.probe.dns;

import org.jspecify.annotations.NullMarked;
