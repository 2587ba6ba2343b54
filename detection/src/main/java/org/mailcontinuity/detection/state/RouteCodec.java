package org.mailcontinuity.detection.state;

import java.util.OptionalInt;
import org.mailcontinuity.detection.observation.Check;
import org.mailcontinuity.detection.observation.Route;
import org.mailcontinuity.detection.vantage.Deferral;
import org.mailcontinuity.detection.vantage.RouteHistory;
import org.mailcontinuity.detection.vantage.RouteKey;

/** Routes and their histories in the binary form. */
final class RouteCodec {
    void write(StateWriter out, RouteHistory history) {
        write(out, history.key());
        out.number(history.round());
        out.number(history.seen());
        out.number(history.good());
        out.number(history.bad());
        out.number(history.confirmedAt());
        out.number(history.deferral().since());
        out.number(history.deferral().count());
    }

    RouteHistory read(StateReader in) {
        return new RouteHistory(
                readKey(in),
                in.number(),
                in.integer(),
                in.integer(),
                in.integer(),
                in.number(),
                new Deferral(in.number(), in.integer()));
    }

    void write(StateWriter out, RouteKey key) {
        out.word(key.check());
        out.optional(key.route(), route -> {
            out.text(route.host());
            out.number(route.port());
            out.flag(route.preference().isPresent());
            route.preference().ifPresent(out::number);
        });
    }

    RouteKey readKey(StateReader in) {
        Check check = in.word(Check.class);
        return new RouteKey(
                check,
                in.optional(() -> new Route(
                        in.text(), in.integer(), in.flag() ? OptionalInt.of(in.integer()) : OptionalInt.empty())));
    }
}
