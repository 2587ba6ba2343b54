package org.mailcontinuity.probe.check;

import java.util.List;
import org.mailcontinuity.contracts.sample.Sample;

/** A sample, and what was said to get it. */
record Checked(Sample sample, List<String> transcript) {
    Checked {
        transcript = List.copyOf(transcript);
    }
}
