package org.mailcontinuity.events.lifecycle;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The page that tells about an event. */
@CheckedTemplate(basePath = "lifecycle")
final class ReportTemplates {
    private ReportTemplates() {}

    static native TemplateInstance report(EventReport report);
}
