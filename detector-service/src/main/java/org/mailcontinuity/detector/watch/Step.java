package org.mailcontinuity.detector.watch;

import java.util.List;
import org.mailcontinuity.contracts.Message;
import org.mailcontinuity.detection.Judgement.Reception;
import org.mailcontinuity.detection.disruption.Finding;

/**
 * What something that happened to a monitor comes to.
 *
 * @param after what to remember
 * @param messages what to publish, in order
 * @param findings what the core found, for metrics and the log
 * @param reception what became of the sample, if there was one
 */
public record Step(Watched after, List<Message> messages, List<Finding> findings, Reception reception) {}
