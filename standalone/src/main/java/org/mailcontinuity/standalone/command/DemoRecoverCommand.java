package org.mailcontinuity.standalone.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.mailcontinuity.standalone.demo.MailControlClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Mends the demo mail system. */
@Command(
        name = "recover",
        description = "Mends the demo mail system, and joins vantages that were cut.",
        mixinStandardHelpOptions = true)
final class DemoRecoverCommand implements Callable<Integer> {
    @Mixin
    private DemoPlace place;

    @Override
    public Integer call() throws IOException, InterruptedException {
        place.tell(MailControlClient::recover);
        System.out.println("Mended: the demo mail system works again, and every vantage reaches it.");
        return 0;
    }
}
