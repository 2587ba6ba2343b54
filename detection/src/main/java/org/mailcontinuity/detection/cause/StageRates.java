package org.mailcontinuity.detection.cause;

import java.util.ArrayList;
import java.util.List;
import org.mailcontinuity.detection.observation.Stage;

/**
 * How often votes go against each stage in healthy times: an exponential mean over about 1,000 votes, so that what always
 * fails a little is not blamed for an outage.
 *
 * @param rates stages that ever failed; a rate that has fallen below 100 parts per million is forgotten
 */
public record StageRates(List<Rate> rates) {
    /** Nothing ever failed. */
    public static final StageRates NONE = new StageRates(List.of());

    private static final int MEMORY = 1_000;
    private static final int FORGOTTEN = 100;
    private static final int ONE = 1_000_000;

    /**
     * The share of votes against at one stage.
     *
     * @param ppm parts per million
     */
    public record Rate(Stage stage, int ppm) {}

    /** After a good vote. */
    public StageRates good() {
        return rates.isEmpty() ? this : new StageRates(faded(rates));
    }

    /** After a vote against at a stage. */
    public StageRates against(Stage stage) {
        int before = ppm(stage);
        List<Rate> others = rates.stream().filter(rate -> rate.stage() != stage).toList();
        List<Rate> next = new ArrayList<>(faded(others));
        next.add(new Rate(stage, before + (ONE - before) / MEMORY));
        return new StageRates(List.copyOf(next));
    }

    /** How many of so many votes are to be expected against a stage in healthy times. */
    double expected(Stage stage, int votes) {
        return (double) ppm(stage) * votes / ONE;
    }

    private int ppm(Stage stage) {
        for (Rate rate : rates) {
            if (rate.stage() == stage) {
                return rate.ppm();
            }
        }
        return 0;
    }

    private static List<Rate> faded(List<Rate> rates) {
        return rates.stream()
                .map(rate -> new Rate(rate.stage(), rate.ppm() - rate.ppm() / MEMORY - 1))
                .filter(rate -> rate.ppm() >= FORGOTTEN)
                .toList();
    }
}
