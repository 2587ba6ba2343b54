package org.mailcontinuity.standalone.mail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.mailcontinuity.standalone.ProcessLog;
import org.mailcontinuity.standalone.installation.Installation;
import org.mailcontinuity.standalone.installation.Port;

/** Runs the demo mail system until the process is told to end. */
public final class DemoMailProcess {
    private DemoMailProcess() {}

    /** Arguments: home, data, port offset, number of vantages. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        ProcessLog.configure();
        Installation installation = new Installation(
                Path.of(arguments[0]),
                Path.of(arguments[1]),
                Integer.parseInt(arguments[2]),
                true,
                Integer.parseInt(arguments[3]));
        DemoMailSystem system = new DemoMailSystem(installation, DemoMailSettings.read(installation));
        system.start();
        DemoNames.serve(installation.port(Port.DEMO_DNS));
        new MailControl(system).start(installation.port(Port.MAIL_CONTROL));
        new CountDownLatch(1).await();
    }
}
