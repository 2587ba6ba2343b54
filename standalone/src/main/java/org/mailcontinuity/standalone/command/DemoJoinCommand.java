package org.mailcontinuity.standalone.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Joins a vantage that was cut off. */
@Command(name = "join", description = "Gives a vantage its network back.", mixinStandardHelpOptions = true)
final class DemoJoinCommand implements Callable<Integer> {
    @Mixin
    private DemoPlace place;

    @Parameters(paramLabel = "VANTAGE", description = "Such as vantage-2.")
    private String vantage;

    @Override
    public Integer call() throws IOException, InterruptedException {
        place.tell(mail -> mail.join(vantage));
        System.out.println("Joined: " + vantage + " has its network back.");
        return 0;
    }
}
