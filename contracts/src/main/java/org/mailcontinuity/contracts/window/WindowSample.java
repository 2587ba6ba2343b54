package org.mailcontinuity.contracts.window;

import java.util.Optional;
import org.mailcontinuity.contracts.Require;
import org.mailcontinuity.contracts.sample.Fault;
import org.mailcontinuity.contracts.sample.Outcome;

/**
 * A sample within its window.
 *
 * @param route {@code host:port}
 * @param offset milliseconds from the window's start to the sample's completion
 * @param latency milliseconds that the check took
 */
public record WindowSample(
        String vantage, Optional<String> route, long offset, Outcome outcome, long latency, Optional<Fault> fault) {
    public WindowSample {
        Require.text("samples.vantage", vantage, 1, 100);
        Require.optionalText("samples.route", route, 300);
        Require.present("samples.outcome", outcome);
        Require.range("samples.latency", latency, 0, Long.MAX_VALUE);
    }
}
