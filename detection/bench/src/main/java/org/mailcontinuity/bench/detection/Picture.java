package org.mailcontinuity.bench.detection;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.mailcontinuity.bench.rule.Alarm;
import org.mailcontinuity.bench.rule.Contender;
import org.mailcontinuity.bench.rule.Ours;
import org.mailcontinuity.bench.rule.RuleKind;
import org.mailcontinuity.bench.scenario.Arrived;
import org.mailcontinuity.bench.scenario.Plan;
import org.mailcontinuity.bench.scenario.Scenario;
import org.mailcontinuity.bench.scenario.Setting;
import org.mailcontinuity.bench.scenario.Simulation;
import org.mailcontinuity.contracts.sample.Outcome;

/** A run as a picture: what each vantage saw, the score, and when each rule's alarm was on. */
final class Picture {
    private static final int LEFT = 230;
    private static final int WIDTH = 720;
    private static final int SCORE_TOP = 78;
    private static final int SCORE_HEIGHT = 70;
    private static final int RULES_TOP = 172;
    private static final long BEFORE = 10 * 60_000L;
    private static final long AFTER = 15 * 60_000L;
    private static final List<RuleKind> SHOWN = List.of(
            RuleKind.EVIDENCE,
            RuleKind.COUNTER,
            RuleKind.GATUS,
            RuleKind.UPTIME_KUMA,
            RuleKind.PROMETHEUS,
            RuleKind.TWO_OF_THREE,
            RuleKind.BURN_RATE);

    private final Scenario scenario;
    private final Plan plan;
    private final long from;
    private final long until;
    private final Map<RuleKind, Contender> contenders = new EnumMap<>(RuleKind.class);
    private final StringBuilder marks = new StringBuilder();
    private final List<String> score = new ArrayList<>();

    Picture(Scenario scenario, long seed) {
        this.scenario = scenario;
        this.plan = scenario.plan(seed);
        this.from = plan.troubleFrom() - BEFORE;
        this.until = plan.troubleUntil() + AFTER;
        SHOWN.forEach(rule -> contenders.put(rule, rule.on(plan)));
        new Simulation(plan, new UUID(0x7000, 1), seed, new Drawing()).play();
    }

    String svg() {
        int height = RULES_TOP + 18 * SHOWN.size() + 28;
        StringBuilder svg = new StringBuilder();
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="11">
                <rect width="100%%" height="100%%" fill="#fff"/>
                <text x="8" y="16" font-size="13" fill="#222">%s</text>
                """.formatted(LEFT + WIDTH + 16, height, scenario.word() + ": " + scenario.sentence()));
        svg.append(rectangle(plan.troubleFrom(), plan.troubleUntil(), 24, height - 46, "#fbe9e7"));
        svg.append(marks);
        for (int i = 0; i < Setting.VANTAGES.size(); i++) {
            svg.append(label(36 + 12 * i, "samples of " + Setting.VANTAGES.get(i)));
        }
        int threshold = scoreY(48);
        svg.append(label(threshold + 4, "score S, fires at 48"));
        svg.append("<line x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\" stroke=\"#999\" stroke-dasharray=\"4 3\"/>%n"
                .formatted(LEFT, LEFT + WIDTH, threshold, threshold));
        svg.append("<polyline fill=\"none\" stroke=\"#1565c0\" stroke-width=\"1.5\" points=\"%s\"/>%n"
                .formatted(String.join(" ", score)));
        int top = RULES_TOP;
        for (RuleKind rule : SHOWN) {
            svg.append(label(top + 10, rule.title()));
            bars(
                    svg,
                    Objects.requireNonNull(contenders.get(rule)).alarms(),
                    top,
                    rule.isOurs() ? "#c62828" : "#78909c");
            top += 18;
        }
        axis(svg, top + 14);
        return svg.append("</svg>\n").toString();
    }

    private void bars(StringBuilder svg, List<Alarm> alarms, int top, String colour) {
        for (int i = 0; i < alarms.size(); i++) {
            if (alarms.get(i).fires()) {
                long end = i + 1 < alarms.size() ? alarms.get(i + 1).at() : until;
                svg.append(rectangle(alarms.get(i).at(), end, top, 12, colour));
            }
        }
    }

    private void axis(StringBuilder svg, int y) {
        long step = (until - from) > 70 * 60_000L ? 15 * 60_000L : 5 * 60_000L;
        for (long at = plan.troubleFrom() - BEFORE / step * step; at <= until; at += step) {
            if (at >= from) {
                svg.append("<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" fill=\"#555\">%d min</text>%n"
                        .formatted(x(at), y, (at - plan.troubleFrom()) / 60_000));
            }
        }
    }

    private String rectangle(long begin, long end, int top, int height, String colour) {
        int left = x(Math.max(from, begin));
        int right = x(Math.min(until, end));
        return right <= left && end <= from
                ? ""
                : "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>%n"
                        .formatted(left, top, Math.max(1, right - left), height, colour);
    }

    private static String label(int y, String text) {
        return "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"#333\">%s</text>%n".formatted(LEFT - 8, y, text);
    }

    private int x(long at) {
        return (int) (LEFT + WIDTH * (at - from) / (until - from));
    }

    private static int scoreY(int value) {
        return SCORE_TOP + SCORE_HEIGHT - SCORE_HEIGHT * Math.min(80, value) / 80;
    }

    private final class Drawing implements Simulation.Audience {
        @Override
        public boolean arrived(Arrived arrived) {
            contenders.values().forEach(contender -> contender.arrived(arrived));
            if (arrived.at() >= from && arrived.at() < until) {
                mark(arrived);
                score(arrived.at());
            }
            return false;
        }

        @Override
        public void tick(long at) {
            contenders.values().forEach(contender -> contender.tick(at));
        }

        private void score(long at) {
            if (contenders.get(RuleKind.EVIDENCE) instanceof Ours ours) {
                score.add(x(at) + "," + scoreY(ours.score(at)));
            }
        }

        private void mark(Arrived arrived) {
            Outcome outcome = arrived.sample().outcome();
            String colour = outcome == Outcome.SUCCESS ? "#a5d6a7" : outcome == Outcome.FAILURE ? "#d32f2f" : "#ffb300";
            marks.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%d\" y=\"%d\" width=\"2\" height=\"%d\" fill=\"%s\"/>%n",
                    x(arrived.at()),
                    28 + 12 * arrived.vantage() + 5 * arrived.route(),
                    plan.routes() == 1 ? 9 : 4,
                    colour));
        }
    }
}
