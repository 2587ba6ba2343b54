package org.mailcontinuity.standalone.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Cuts a vantage off. */
@Command(
        name = "cut",
        description =
                "Cuts the network of a vantage: what comes from it reaches neither the demo mail system nor the control targets.",
        mixinStandardHelpOptions = true)
final class DemoCutCommand implements Callable<Integer> {
    @Mixin
    private DemoPlace place;

    @Parameters(paramLabel = "VANTAGE", description = "Such as vantage-2.")
    private String vantage;

    @Override
    public Integer call() throws IOException, InterruptedException {
        place.tell(mail -> mail.cut(vantage));
        System.out.println("Cut: nothing that " + vantage
                + " sends arrives. It notices that the fault is its own, and nobody is alerted.");
        System.out.println("See it with: ./continuity status" + place.sameFolder());
        return 0;
    }
}
