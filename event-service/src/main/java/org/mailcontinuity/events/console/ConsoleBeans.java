package org.mailcontinuity.events.console;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.mailcontinuity.events.access.Holders;
import org.mailcontinuity.events.alert.AlertRepository;
import org.mailcontinuity.events.disruption.DisruptionRepository;
import org.mailcontinuity.events.lifecycle.EventRepository;
import org.mailcontinuity.events.monitor.MonitorRepository;
import org.mailcontinuity.events.vantage.VantageRepository;
import org.mailcontinuity.events.window.WindowRepository;

/** Puts the feature's plain classes together. */
final class ConsoleBeans {
    @Produces
    @Singleton
    Sessions sessions(
            SessionRepository rows,
            Holders holders,
            ConsoleConfig config,
            InstantSource clock,
            RandomGenerator random) {
        return new Sessions(rows, holders, config.consoleSession(), clock, random);
    }

    @Produces
    @Singleton
    Outlooks outlooks(
            MonitorRepository monitors,
            WindowRepository windows,
            DisruptionRepository disruptions,
            AlertRepository alerts,
            EventRepository events,
            VantageRepository vantages) {
        return new Outlooks(monitors, windows, disruptions, alerts, events, vantages);
    }
}
