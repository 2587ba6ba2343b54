/**
 * What this worker knows of its own sight: control targets elsewhere tell a fault of its own network from one of a mail
 * system. Asked before a sample is made; reported on continuity.vantages.
 */
@NullMarked
package org.mailcontinuity.probe.vantage;

import org.jspecify.annotations.NullMarked;
