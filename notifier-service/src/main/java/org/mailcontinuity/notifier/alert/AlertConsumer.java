package org.mailcontinuity.notifier.alert;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import org.mailcontinuity.contracts.Topic;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.contracts.alert.AlertChanged;
import org.mailcontinuity.contracts.pipeline.PipelineSeen;
import org.mailcontinuity.contracts.reply.ReplyHandled;
import org.mailcontinuity.notifier.heartbeat.PipelineRepository;
import org.mailcontinuity.notifier.inbox.OrderedConsumer;
import org.mailcontinuity.notifier.inbox.Received;

/** Takes alerts, and what came of answers to them, from their topic. A tombstone is the topic's own tidying: what was told stays told. */
@Singleton
class AlertConsumer implements OrderedConsumer {
    private final Alerts alerts;
    private final Event<ReplyHandled> replies;
    private final PipelineRepository pipeline;

    AlertConsumer(Alerts alerts, Event<ReplyHandled> replies, PipelineRepository pipeline) {
        this.alerts = alerts;
        this.replies = replies;
        this.pipeline = pipeline;
    }

    @Override
    public Topic topic() {
        return Topics.ALERTS;
    }

    @Override
    public void handle(Received received) {
        switch (received.message().orElse(null)) {
            case AlertChanged alert -> alerts.accept(alert);
            case ReplyHandled handled -> replies.fire(handled);
            case PipelineSeen seen -> pipeline.seen(seen.seenAt());
            case null, default -> {}
        }
    }
}
