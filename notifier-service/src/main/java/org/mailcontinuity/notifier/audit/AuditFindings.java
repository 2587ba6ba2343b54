package org.mailcontinuity.notifier.audit;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.mailcontinuity.notifier.template.Facts;

/** What the last look of this replica found. Safe for many threads. */
final class AuditFindings {
    private final AtomicReference<List<Facts.Finding>> last = new AtomicReference<>(List.of());

    void put(List<Facts.Finding> findings) {
        last.set(List.copyOf(findings));
    }

    List<Facts.Finding> last() {
        return last.get();
    }
}
