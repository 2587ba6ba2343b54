/**
 * When each monitor is checked: instants of a grid that every worker computes alike, one virtual thread a check, and
 * checks left out rather than run late. Fed by the assignment of monitors.
 */
@NullMarked
package org.mailcontinuity.probe.schedule;

import org.jspecify.annotations.NullMarked;
