package org.mailcontinuity.events.notice;

import java.util.List;
import org.mailcontinuity.events.problem.Violation;

/** What came of asking the notifier for a preview. */
sealed interface NoticeAnswer {
    record Worded(NoticePreviewView view) implements NoticeAnswer {}

    /** The request, or a template in it, has a fault. */
    record Faulty(List<Violation> violations) implements NoticeAnswer {}

    /** It cannot be asked, or not now; {@code why} is for the caller. */
    record Away(String why) implements NoticeAnswer {}
}
