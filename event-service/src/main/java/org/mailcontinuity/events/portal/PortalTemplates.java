package org.mailcontinuity.events.portal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages behind a link. */
@CheckedTemplate(basePath = "portal")
final class PortalTemplates {
    private PortalTemplates() {}

    static native TemplateInstance alert(AlertPage page);

    static native TemplateInstance closed(ClosedPage page);
}
