/** What a monitor's owner chooses: the detection rule and its settings, validated. Read by the core at every step. */
@NullMarked
package org.mailcontinuity.detection.rule;

import org.jspecify.annotations.NullMarked;
