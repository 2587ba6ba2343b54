package org.mailcontinuity.standalone.command;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.standalone.mail.Fault;
import org.mailcontinuity.standalone.mail.MailRoute;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Breaks the demo mail system. */
@Command(
        name = "fault",
        description = "Breaks the demo mail system.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Faults:",
            "  down                 mx1 and mx2 refuse every connection",
            "  reject               mx1 and mx2 answer 550 5.2.1 to every recipient",
            "  tempfail             mx1 and mx2 answer 421 4.3.2 to every recipient",
            "  slow                 submitted mail leaves 8 s late",
            "  blackhole            mx1 and mx2 do not answer connection attempts at all",
            "  expired-certificate  mx1 and mx2 show a certificate that has expired",
            "  lost                 submitted mail is accepted and never seen again",
            "  auth                 the submission server refuses every user name and password"
        })
final class DemoFaultCommand implements Callable<Integer> {
    @Mixin
    private DemoPlace place;

    @Parameters(paramLabel = "FAULT", description = "Which fault; see below.")
    private String fault;

    @Option(names = "--route", paramLabel = "ROUTE", description = "Only mx1 or only mx2.")
    private @Nullable String route;

    @Option(
            names = "--vantage",
            paramLabel = "NAME",
            description = "Only for what comes from this vantage: a fault of its path, not of the mail system.")
    private @Nullable String vantage;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Fault chosen = Fault.named(fault)
                .orElseThrow(() -> new CommandFailure("There is no fault " + fault + ". There are: "
                        + Arrays.stream(Fault.values()).map(Fault::word).collect(Collectors.joining(", "))));
        Optional<MailRoute> only = Optional.ofNullable(route)
                .map(word -> MailRoute.named(word)
                        .orElseThrow(() -> new CommandFailure("A route is mx1 or mx2, not " + word + ".")));
        String name = vantage;
        place.tell(mail -> name == null ? mail.breakDown(chosen, only) : mail.breakDown(chosen, only, name));
        System.out.println("Broken: " + chosen.sentence()
                + only.map(at -> " (" + at.word() + " only)").orElse("")
                + (name == null ? "." : ", for " + name + " alone."));
        System.out.println(
                name == null
                        ? "In some seconds an alert comes: ./continuity demo inbox" + place.sameOptions()
                        : "The other vantages see mail flow, so nobody is alerted.");
        return 0;
    }
}
