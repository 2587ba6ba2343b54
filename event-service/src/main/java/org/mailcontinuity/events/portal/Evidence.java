package org.mailcontinuity.events.portal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailcontinuity.contracts.disruption.Disruption;
import org.mailcontinuity.contracts.disruption.FiredRule;

/** What a disruption is known by, in lines. */
final class Evidence {
    private Evidence() {}

    static List<AlertPage.Fact> facts(Disruption disruption) {
        List<AlertPage.Fact> facts = new ArrayList<>();
        disruption
                .cause()
                .stage()
                .ifPresent(stage -> facts.add(new AlertPage.Fact("It stops at", Wording.place(stage), false)));
        disruption.cause().fault().ifPresent(fault -> facts.add(new AlertPage.Fact("Fault", fault.name(), true)));
        disruption.cause().route().ifPresent(route -> facts.add(new AlertPage.Fact("Route", route.address(), true)));
        facts.add(new AlertPage.Fact("Rule", rule(disruption.rule()), false));
        facts.add(new AlertPage.Fact(
                "Detected after",
                Moment.length(Duration.between(disruption.openedAt(), disruption.detectedAt())),
                false));
        if (!disruption.evidence().isEmpty()) {
            facts.add(new AlertPage.Fact(
                    "Checks that show it", count(disruption.evidence().size()), false));
        }
        return List.copyOf(facts);
    }

    static List<AlertPage.Sight> sights(Disruption disruption) {
        return Stream.concat(
                        disruption.agreeing().stream().map(name -> new AlertPage.Sight(name, "down", "sees the fault")),
                        disruption.disagreeing().stream()
                                .map(name -> new AlertPage.Sight(name, "ok", "sees mail flow")))
                .toList();
    }

    private static String count(int samples) {
        return samples >= 20 ? "20 or more" : Integer.toString(samples);
    }

    private static String rule(FiredRule rule) {
        String numbers = rule.numbers().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + " " + number(entry.getValue()))
                .collect(Collectors.joining(", "));
        String name = rule.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return numbers.isEmpty() ? name : name + ": " + numbers;
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.2f", value);
    }
}
