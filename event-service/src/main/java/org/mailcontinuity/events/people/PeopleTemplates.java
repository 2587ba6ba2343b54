package org.mailcontinuity.events.people;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The page of people. */
@CheckedTemplate(basePath = "console")
final class PeopleTemplates {
    private PeopleTemplates() {}

    static native TemplateInstance people(PeoplePage page);
}
