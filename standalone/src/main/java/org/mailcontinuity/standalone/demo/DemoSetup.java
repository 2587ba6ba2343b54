package org.mailcontinuity.standalone.demo;

import org.mailcontinuity.standalone.installation.Installation;

/** What the demo needs beside the mail system: a monitor, a contact and a policy, made through the public API. */
public final class DemoSetup {
    private final Installation installation;

    private DemoSetup(Installation installation) {
        this.installation = installation;
    }

    public static DemoSetup of(Installation installation) {
        return new DemoSetup(installation);
    }

    /** Makes what is missing. */
    public void ensure() {
        System.out.println(installation.url());
    }
}
