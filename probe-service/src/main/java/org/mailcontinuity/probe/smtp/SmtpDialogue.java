package org.mailcontinuity.probe.smtp;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import org.mailcontinuity.contracts.sample.Fault;
import org.mailcontinuity.contracts.sample.Outcome;
import org.mailcontinuity.contracts.sample.Stage;

/**
 * A client's side of an SMTP dialogue (RFC 5321, 3207, 4954) as a value: {@link #step} says what to do, {@link #on}
 * takes what came of it and gives the dialogue after it. Knows no sockets and no time.
 *
 * <p>A 4xx or 5xx ends the dialogue at once; there are two exceptions. A server that does not know EHLO is asked by
 * HELO, and under {@link TlsUse#OPPORTUNISTIC} a refused STARTTLS is a defect with which the dialogue goes on.
 */
public final class SmtpDialogue {
    private final DialoguePlan plan;
    private final Step step;
    private final Known known;

    /** What the dialogue has learned of the server so far. */
    private record Known(Offers offers, boolean tried, Optional<CertificateSeen> certificate, Optional<Ending> defect) {
        Known offering(Offers those) {
            return new Known(those, tried, certificate, defect);
        }

        Known secured(CertificateSeen seen, Optional<Ending> flaw) {
            // What was offered in the clear is forgotten (RFC 3207, 4.2).
            return new Known(Offers.NONE, true, Optional.of(seen), flaw);
        }

        Known unsecured(Ending flaw) {
            return new Known(offers, true, certificate, Optional.of(flaw));
        }
    }

    private SmtpDialogue(DialoguePlan plan, Step step, Known known) {
        this.plan = plan;
        this.step = step;
        this.known = known;
    }

    /** The dialogue right after the connection stands. */
    public static SmtpDialogue begin(DialoguePlan plan) {
        Step first = plan.tls() == TlsUse.IMPLICIT ? new Step.Handshake() : new Step.AwaitGreeting();
        return new SmtpDialogue(plan, first, new Known(Offers.NONE, false, Optional.empty(), Optional.empty()));
    }

    public Step step() {
        return step;
    }

    /** @throws IllegalStateException if the dialogue is finished, or what was heard does not belong to its step */
    public SmtpDialogue on(Heard heard) {
        return switch (heard) {
            case Heard.Replied(SmtpReply reply) -> replied(reply);
            case Heard.Secured(CertificateSeen certificate, Optional<Fault> defect) -> secured(certificate, defect);
            case Heard.HandshakeFailed _ -> failed(Fault.TLS_UNAVAILABLE, Optional.empty(), false);
            case Heard.TimedOut() ->
                failed(
                        step instanceof Step.AwaitGreeting ? Fault.GREETING_TIMEOUT : Fault.REPLY_TIMEOUT,
                        Optional.empty(),
                        !(step instanceof Step.Handshake));
            case Heard.Disconnected() -> failed(Fault.DISCONNECTED, Optional.empty(), false);
            case Heard.Malformed _ -> failed(Fault.PROTOCOL_ERROR, Optional.empty(), !(step instanceof Step.Handshake));
        };
    }

    private SmtpDialogue replied(SmtpReply reply) {
        return switch (step) {
            case Step.AwaitGreeting() -> reply.code() == 220 ? greeted(reply) : refused(reply);
            case Step.Say(Command command) -> answered(command, reply);
            case Step.Handshake(), Step.Finish _ -> throw unexpected();
        };
    }

    private SmtpDialogue answered(Command command, SmtpReply reply) {
        return switch (command) {
            case Command.Ehlo _ -> ehloAnswered(reply);
            case Command.Helo _ -> reply.isPositive() ? introduced(known.offering(Offers.NONE)) : refused(reply);
            case Command.StartTls() -> startTlsAnswered(reply);
            case Command.AuthLogin() -> reply.code() == 334 ? say(new Command.AuthUsername(login())) : refused(reply);
            case Command.AuthUsername _ ->
                reply.code() == 334 ? say(new Command.AuthPassword(login())) : refused(reply);
            case Command.AuthPlain _, Command.AuthPassword _ -> reply.code() == 235 ? mail() : refused(reply);
            case Command.MailFrom _ -> reply.isPositive() ? say(new Command.RcptTo(plan.recipient())) : refused(reply);
            case Command.RcptTo _ -> reply.isPositive() ? recipientTaken(reply) : refused(reply);
            case Command.BeginContent() ->
                reply.code() == 354 ? say(new Command.Content(plan.content())) : refused(reply);
            case Command.Content _ -> reply.isPositive() ? succeeded(Stage.ACCEPTED, reply) : refused(reply);
        };
    }

    private SmtpDialogue greeted(SmtpReply reply) {
        return plan.reach() == Reach.GREETING
                ? succeeded(Stage.GREETING, reply)
                : say(new Command.Ehlo(plan.ehloName()));
    }

    private SmtpDialogue ehloAnswered(SmtpReply reply) {
        if (reply.isPositive()) {
            return introduced(known.offering(Offers.of(reply)));
        }
        boolean unknownCommand = reply.code() == 500 || reply.code() == 502;
        return unknownCommand ? say(new Command.Helo(plan.ehloName())) : refused(reply);
    }

    private SmtpDialogue introduced(Known now) {
        SmtpDialogue next = new SmtpDialogue(plan, step, now);
        if (!plan.tls().startsInTheDialogue() || now.tried()) {
            return next.afterTls();
        }
        if (now.offers().has("STARTTLS")) {
            return next.say(new Command.StartTls());
        }
        Ending flaw = ending(Outcome.FAILURE, Stage.STARTTLS, Fault.TLS_UNAVAILABLE, Optional.empty(), true);
        return plan.tls().insists() ? next.finish(flaw) : new SmtpDialogue(plan, step, now.unsecured(flaw)).afterTls();
    }

    private SmtpDialogue startTlsAnswered(SmtpReply reply) {
        if (reply.code() == 220) {
            return new SmtpDialogue(plan, new Step.Handshake(), known);
        }
        Ending flaw =
                ending(Outcome.FAILURE, Stage.STARTTLS, Fault.TLS_UNAVAILABLE, Optional.of(reply), reply.code() != 421);
        return plan.tls().insists() || reply.code() == 421
                ? finish(flaw)
                : new SmtpDialogue(plan, step, known.unsecured(flaw)).afterTls();
    }

    private SmtpDialogue secured(CertificateSeen certificate, Optional<Fault> defect) {
        if (!(step instanceof Step.Handshake)) {
            throw unexpected();
        }
        Optional<Ending> flaw = defect.map(fault -> new Ending(
                Outcome.FAILURE,
                Stage.TLS,
                Optional.of(fault),
                Optional.empty(),
                Optional.of(certificate),
                plan.tls() != TlsUse.IMPLICIT));
        if (flaw.isPresent() && plan.tls().insists()) {
            return finish(flaw.get());
        }
        Step next = plan.tls() == TlsUse.IMPLICIT
                ? new Step.AwaitGreeting()
                : new Step.Say(new Command.Ehlo(plan.ehloName()));
        return new SmtpDialogue(plan, next, known.secured(certificate, flaw));
    }

    private SmtpDialogue afterTls() {
        if (plan.login().isEmpty()) {
            return mail();
        }
        if (known.offers().hasMechanism("PLAIN")) {
            return say(new Command.AuthPlain(login()));
        }
        if (known.offers().hasMechanism("LOGIN")) {
            return say(new Command.AuthLogin());
        }
        return finish(ending(Outcome.FAILURE, Stage.AUTH, Fault.AUTH_FAILED, Optional.empty(), true));
    }

    private SmtpDialogue mail() {
        boolean announce = plan.reach() == Reach.MESSAGE && known.offers().has("SIZE");
        int size = plan.content().getBytes(StandardCharsets.UTF_8).length;
        return say(new Command.MailFrom(plan.sender(), announce ? OptionalInt.of(size) : OptionalInt.empty()));
    }

    private SmtpDialogue recipientTaken(SmtpReply reply) {
        return plan.reach() == Reach.MESSAGE ? say(new Command.BeginContent()) : succeeded(Stage.ACCEPTED, reply);
    }

    private SmtpDialogue succeeded(Stage stage, SmtpReply reply) {
        Ending through =
                new Ending(Outcome.SUCCESS, stage, Optional.empty(), Optional.of(reply), known.certificate(), true);
        return finish(known.defect().map(through::impairedBy).orElse(through));
    }

    private SmtpDialogue refused(SmtpReply reply) {
        Refusal refusal = Refusal.of(step.stage(), reply, plan.purpose());
        return finish(
                ending(refusal.outcome(), step.stage(), refusal.fault(), Optional.of(reply), reply.code() != 421));
    }

    private SmtpDialogue failed(Fault fault, Optional<SmtpReply> reply, boolean mayQuit) {
        if (step instanceof Step.Finish) {
            throw unexpected();
        }
        return finish(ending(Outcome.FAILURE, step.stage(), fault, reply, mayQuit));
    }

    private Ending ending(Outcome outcome, Stage stage, Fault fault, Optional<SmtpReply> reply, boolean mayQuit) {
        return new Ending(outcome, stage, Optional.of(fault), reply, known.certificate(), mayQuit);
    }

    private SmtpDialogue say(Command command) {
        return new SmtpDialogue(plan, new Step.Say(command), known);
    }

    private SmtpDialogue finish(Ending ending) {
        return new SmtpDialogue(plan, new Step.Finish(ending), known);
    }

    private Login login() {
        return plan.login().orElseThrow();
    }

    private IllegalStateException unexpected() {
        return new IllegalStateException("not to be heard in step " + step);
    }
}
