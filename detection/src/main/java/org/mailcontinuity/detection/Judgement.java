package org.mailcontinuity.detection;

import java.util.List;
import org.mailcontinuity.detection.disruption.Finding;
import org.mailcontinuity.detection.state.MonitorState;

/** What a step of the core comes to: the state to keep, and what there is to tell, in order. */
public record Judgement(MonitorState state, List<Finding> findings) {}
