package org.mailcontinuity.events.portal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mailcontinuity.contracts.contact.Contact;
import org.mailcontinuity.contracts.link.PortalToken;
import org.mailcontinuity.contracts.monitor.Activation;
import org.mailcontinuity.contracts.window.WindowJudgement;
import org.mailcontinuity.events.alert.Alert;
import org.mailcontinuity.events.disruption.Incident;
import org.mailcontinuity.events.lifecycle.ContinuityEvent;
import org.mailcontinuity.events.timeline.TimelineEntry;
import org.mailcontinuity.events.usergroup.UserGroup;

/**
 * All that an alert's page is drawn from.
 *
 * @param link what the link says
 * @param contact whom it was made for
 * @param incident the disruption that gives the alert its severity and cause
 * @param activation what the monitor says about starting events; absent where the monitor is gone
 * @param event the scheduled or active event that answers the alert
 * @param windows judgements of the last hour in that disruption's direction
 */
record Scene(
        PortalToken link,
        Contact contact,
        Alert alert,
        Incident incident,
        Optional<Activation> activation,
        Optional<ContinuityEvent> event,
        List<WindowJudgement> windows,
        List<TimelineEntry> history,
        List<UserGroup> groups,
        Instant now) {}
