/**
 * What a check measured, and the sample that is made of it. Called by the checks and by whoever runs them.
 */
@NullMarked
package org.mailcontinuity.probe.sample;

import org.jspecify.annotations.NullMarked;
