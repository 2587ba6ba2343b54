package org.mailcontinuity.testbed.smtp;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One dialogue as the script has it. Runs on one thread; what it saw can be read by any. */
final class SmtpConnection {
    private final Socket socket;
    private final SmtpScript script;

    private final List<String> commands = new ArrayList<>();
    private final List<SmtpMessage> messages = new ArrayList<>();
    private boolean secured;
    private boolean quit;
    private boolean ended;

    private boolean authenticated;
    private Optional<String> sender = Optional.empty();
    private final List<String> recipients = new ArrayList<>();

    SmtpConnection(Socket socket, SmtpScript script) {
        this.socket = socket;
        this.script = script;
    }

    synchronized SmtpSession session() {
        return new SmtpSession(commands, messages, secured, quit, ended);
    }

    void cut() {
        try {
            socket.close();
        } catch (IOException e) {
            // The client has closed it already.
        }
    }

    void serve() {
        try {
            SmtpWire wire = new SmtpWire(socket);
            if (script.implicitTls()) {
                secure(wire);
            }
            if (act(wire, SmtpStage.GREETING, "220 testbed.invalid ESMTP")) {
                talk(wire);
            }
        } catch (IOException e) {
            // The client went away or refused our certificate: the session shows how far it came.
        } finally {
            cut();
            synchronized (this) {
                ended = true;
            }
        }
    }

    private void talk(SmtpWire wire) throws IOException {
        boolean open = true;
        while (open) {
            Optional<String> line = wire.readLine();
            open = line.isPresent() && obey(wire, line.get());
        }
    }

    private boolean obey(SmtpWire wire, String line) throws IOException {
        String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
        note(verb.equals("AUTH") ? line.replaceAll("(?i)(auth \\S+).*", "$1") : line);
        return switch (verb) {
            case "EHLO" -> act(wire, SmtpStage.EHLO, script.ehloLines(secured).toArray(String[]::new));
            case "HELO" -> act(wire, SmtpStage.EHLO, "250 testbed.invalid");
            case "STARTTLS" -> startTls(wire);
            case "AUTH" -> authenticate(wire, line);
            case "MAIL" -> mail(wire, line);
            case "RCPT" -> recipient(wire, line);
            case "DATA" -> message(wire);
            case "RSET" -> reset(wire);
            case "NOOP" -> act(wire, "250 2.0.0 OK");
            case "QUIT" -> leave(wire);
            default -> act(wire, "500 5.5.1 unknown command");
        };
    }

    private synchronized void note(String command) {
        commands.add(command);
    }

    private boolean startTls(SmtpWire wire) throws IOException {
        if (script.tls().isEmpty() || secured) {
            return act(wire, "503 5.5.1 TLS is not offered");
        }
        if (!act(wire, SmtpStage.STARTTLS, "220 2.0.0 go ahead")) {
            return false;
        }
        if (answersOtherwise(SmtpStage.STARTTLS)) {
            return true;
        }
        secure(wire);
        return true;
    }

    private void secure(SmtpWire wire) throws IOException {
        wire.secure(script.tls().orElseThrow());
        synchronized (this) {
            secured = true;
        }
    }

    private boolean authenticate(SmtpWire wire, String line) throws IOException {
        if (script.account().isEmpty()) {
            return act(wire, "502 5.5.1 AUTH is not offered");
        }
        if (script.actions().containsKey(SmtpStage.AUTH)) {
            return act(wire, SmtpStage.AUTH);
        }
        Optional<SmtpScript.Account> given = readAccount(wire, line.split(" ", -1));
        authenticated = given.equals(script.account());
        return act(wire, authenticated ? "235 2.7.0 welcome" : "535 5.7.8 authentication failed");
    }

    private static Optional<SmtpScript.Account> readAccount(SmtpWire wire, String[] words) throws IOException {
        String mechanism = words.length > 1 ? words[1].toUpperCase(Locale.ROOT) : "";
        Optional<String> first = words.length > 2
                ? Optional.of(decode(words[2]))
                : ask(wire, mechanism.equals("LOGIN") ? "Username:" : "");
        if (first.isEmpty()) {
            return Optional.empty();
        }
        if (mechanism.equals("LOGIN")) {
            return ask(wire, "Password:").map(password -> new SmtpScript.Account(first.get(), password));
        }
        String[] parts = first.get().split("\0", -1);
        return parts.length == 3 ? Optional.of(new SmtpScript.Account(parts[1], parts[2])) : Optional.empty();
    }

    private static Optional<String> ask(SmtpWire wire, String challenge) throws IOException {
        String encoded = Base64.getEncoder().encodeToString(challenge.getBytes(StandardCharsets.UTF_8));
        wire.send(List.of("334 " + encoded));
        return wire.readLine().map(SmtpConnection::decode);
    }

    private static String decode(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return ""; // not Base64, hence no known account
        }
    }

    private boolean mail(SmtpWire wire, String line) throws IOException {
        if (script.account().isPresent() && !authenticated) {
            return act(wire, "530 5.7.0 authentication required");
        }
        if (!answersOtherwise(SmtpStage.MAIL)) {
            sender = Optional.of(address(line));
            recipients.clear();
        }
        return act(wire, SmtpStage.MAIL, "250 2.1.0 OK");
    }

    private boolean recipient(SmtpWire wire, String line) throws IOException {
        if (!answersOtherwise(SmtpStage.RCPT)) {
            recipients.add(address(line));
        }
        return act(wire, SmtpStage.RCPT, "250 2.1.5 OK");
    }

    private boolean message(SmtpWire wire) throws IOException {
        if (sender.isEmpty() || recipients.isEmpty()) {
            return act(wire, "503 5.5.1 no sender or no recipient");
        }
        if (!act(wire, SmtpStage.DATA, "354 end with a dot")) {
            return false;
        }
        if (answersOtherwise(SmtpStage.DATA)) {
            return true;
        }
        Optional<String> content = readContent(wire);
        if (content.isEmpty()) {
            return false;
        }
        if (!answersOtherwise(SmtpStage.CONTENT)) {
            synchronized (this) {
                messages.add(new SmtpMessage(sender.orElseThrow(), recipients, content.get()));
            }
        }
        return act(wire, SmtpStage.CONTENT, "250 2.0.0 accepted");
    }

    private static Optional<String> readContent(SmtpWire wire) throws IOException {
        StringBuilder content = new StringBuilder();
        Optional<String> line = wire.readLine();
        while (line.isPresent() && !line.get().equals(".")) {
            String text = line.get();
            content.append(text.startsWith(".") ? text.substring(1) : text).append("\r\n");
            line = wire.readLine();
        }
        return line.map(end -> content.toString());
    }

    private boolean reset(SmtpWire wire) throws IOException {
        sender = Optional.empty();
        recipients.clear();
        return act(wire, SmtpStage.RSET, "250 2.0.0 OK");
    }

    private boolean leave(SmtpWire wire) throws IOException {
        synchronized (this) {
            quit = true;
        }
        act(wire, SmtpStage.QUIT, "221 2.0.0 bye");
        return false;
    }

    private static String address(String line) {
        int open = line.indexOf('<');
        int close = line.indexOf('>', open);
        return open >= 0 && close > open ? line.substring(open + 1, close) : line;
    }

    /** Whether the script sends something else than the good answer here. */
    private boolean answersOtherwise(SmtpStage stage) {
        return switch (script.actions().get(stage)) {
            case null -> false;
            case SmtpAction.Answer(List<String> lines) -> !positive(lines);
            case SmtpAction.Late(var delay, List<String> lines) -> !positive(lines);
            case SmtpAction.Drip(String line, var pause) -> !positive(List.of(line));
            case SmtpAction.Raw raw -> true;
            case SmtpAction.Stall stall -> true;
            case SmtpAction.Drop drop -> true;
            case SmtpAction.Flood flood -> true;
            case SmtpAction.DropAfter dropAfter -> false;
        };
    }

    private static boolean positive(List<String> lines) {
        return !lines.isEmpty()
                && (lines.getLast().startsWith("2") || lines.getLast().startsWith("3"));
    }

    private static boolean act(SmtpWire wire, String answer) throws IOException {
        wire.send(List.of(answer));
        return true;
    }

    /** Does what the script says for the stage, else gives the good answer; false when the dialogue is over. */
    private boolean act(SmtpWire wire, SmtpStage stage, String... good) throws IOException {
        switch (script.actions().get(stage)) {
            case null -> wire.send(List.of(good));
            case SmtpAction.Answer(List<String> lines) -> wire.send(lines);
            case SmtpAction.Late(var delay, List<String> lines) -> {
                SmtpWire.pause(delay);
                wire.send(lines);
            }
            case SmtpAction.Drip(String line, var pause) -> wire.drip(line, pause);
            case SmtpAction.Raw(String bytes) -> wire.send(bytes.getBytes(StandardCharsets.ISO_8859_1));
            case SmtpAction.Flood(byte filler) -> wire.flood(filler);
            case SmtpAction.Stall stall -> {
                wire.waitForEnd();
                return false;
            }
            case SmtpAction.Drop drop -> {
                return false;
            }
            case SmtpAction.DropAfter dropAfter -> {
                return false;
            }
        }
        return true;
    }
}
