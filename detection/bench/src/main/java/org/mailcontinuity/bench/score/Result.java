package org.mailcontinuity.bench.score;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.mailcontinuity.bench.rule.Alarm;
import org.mailcontinuity.bench.scenario.Expected;
import org.mailcontinuity.bench.scenario.Plan;
import org.mailcontinuity.bench.scenario.Setting;
import org.mailcontinuity.detection.cause.Cause;

/**
 * What a rule did in one run. Times in milliseconds.
 *
 * @param detection from the beginning of the trouble to the first alert
 * @param beyondTimeout the same without the time that a failing check takes
 * @param clear from the end of the trouble to the all-clear
 * @param alerts alerts from the beginning of the trouble on
 * @param falseAlerts alerts before it
 * @param causeNamed true if the first alert named the cause; empty if the rule names none or none is expected
 */
record Result(
        OptionalLong detection,
        OptionalLong beyondTimeout,
        OptionalLong clear,
        int alerts,
        int falseAlerts,
        Optional<Boolean> causeNamed) {

    static Result of(Plan plan, List<Alarm> alarms) {
        Optional<Alarm> first = alarms.stream()
                .filter(alarm -> alarm.fires() && alarm.at() >= plan.troubleFrom() && alarm.at() < limit(plan))
                .findFirst();
        OptionalLong detection = first.map(alarm -> OptionalLong.of(alarm.at() - plan.troubleFrom()))
                .orElseGet(OptionalLong::empty);
        int before = (int) alarms.stream()
                .filter(alarm -> alarm.fires() && alarm.at() < plan.troubleFrom())
                .count();
        int after = (int) alarms.stream().filter(Alarm::fires).count() - before;
        return new Result(
                detection,
                detection.isPresent()
                        ? OptionalLong.of(Math.max(0, detection.getAsLong() - plan.failingMillis()))
                        : OptionalLong.empty(),
                first.isPresent() ? clear(plan, alarms) : OptionalLong.empty(),
                after,
                before,
                first.flatMap(alarm -> named(plan, alarm)));
    }

    /** The last all-clear of a run that ends calm. */
    private static OptionalLong clear(Plan plan, List<Alarm> alarms) {
        Alarm last = alarms.getLast();
        return last.fires() || last.at() < plan.troubleUntil()
                ? OptionalLong.empty()
                : OptionalLong.of(last.at() - plan.troubleUntil());
    }

    private static Optional<Boolean> named(Plan plan, Alarm alarm) {
        if (alarm.cause().isEmpty() || plan.expected().isEmpty()) {
            return Optional.empty();
        }
        Cause cause = alarm.cause().get();
        Expected expected = plan.expected().get();
        return Optional.of(cause.stage().map(Enum::name).equals(expected.stage().map(Enum::name))
                && cause.fault()
                        .filter(fault -> fault.name().equals(expected.fault().name()))
                        .isPresent()
                && (expected.route() == Expected.ANY
                        || cause.route()
                                .filter(route -> route.host()
                                        .equals(Setting.route(expected.route()).host()))
                                .isPresent()));
    }

    /** What is told later than that was not found, it only lingered. */
    private static long limit(Plan plan) {
        return plan.troubleUntil() + plan.failingMillis() + 120_000;
    }
}
