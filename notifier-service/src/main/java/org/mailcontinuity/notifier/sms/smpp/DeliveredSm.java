package org.mailcontinuity.notifier.sms.smpp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.mailcontinuity.notifier.sms.Gsm7;
import org.mailcontinuity.notifier.sms.SmsHeard;

/**
 * Reads deliver_sm: a receipt, by its parameters receipted_message_id and message_state (SMPP 3.4, 5.3.2.12 and 5.3.2.35)
 * or, where the centre sends none, by its text (appendix B); or a text that somebody wrote. Never throws.
 */
final class DeliveredSm {
    private static final int TYPE = 0x3C;
    private static final int RECEIPT = 0x04;
    private static final int INTERMEDIATE = 0x20;
    private static final int UDHI = 0x40;
    private static final int LONGEST_TEXT = 1000;
    private static final Pattern ID = Pattern.compile("(?i)\\bid:\\s*([^\\s:]{1,65})");
    private static final Pattern STAT = Pattern.compile("(?i)\\bstat:\\s*([A-Za-z]{2,16})");

    private DeliveredSm() {}

    static SmsHeard read(String provider, DeliverSm message) {
        int type = message.getEsmClass() & TYPE;
        String text = text(message);
        Optional<String> id = receiptedId(message).or(() -> find(ID, text));
        boolean receipt = type == RECEIPT
                || type == INTERMEDIATE
                || type == 0 && id.isPresent() && state(message, text).isPresent();
        if (receipt && id.isPresent()) {
            Optional<String> number =
                    Optional.of(digits(message.getSourceAddr())).filter(found -> found.length() > 6);
            return new SmsHeard.Report(
                    provider,
                    id.get(),
                    type == INTERMEDIATE ? SmsHeard.Fate.UNDER_WAY : fate(message, text),
                    text,
                    number);
        }
        return new SmsHeard.Text(
                provider, String.valueOf(message.getSourceAddr()), String.valueOf(message.getDestAddress()), text);
    }

    private static Optional<String> receiptedId(DeliverSm message) {
        OptionalParameter found = message.getOptionalParameter(OptionalParameter.Tag.RECEIPTED_MESSAGE_ID);
        return found instanceof OptionalParameter.COctetString id
                ? Optional.ofNullable(id.getValueAsString()).map(String::strip).filter(value -> !value.isEmpty())
                : Optional.empty();
    }

    private static SmsHeard.Fate fate(DeliverSm message, String text) {
        return state(message, text).orElse(SmsHeard.Fate.UNDER_WAY);
    }

    private static Optional<SmsHeard.Fate> state(DeliverSm message, String text) {
        OptionalParameter found = message.getOptionalParameter(OptionalParameter.Tag.MESSAGE_STATE);
        return found instanceof OptionalParameter.Byte state
                ? Optional.of(ofNumber(state.getValue()))
                : find(STAT, text).map(DeliveredSm::ofWord);
    }

    /** DELIVERED 2, EXPIRED 3, DELETED 4, UNDELIVERABLE 5, REJECTED 8 are final; ENROUTE 1, ACCEPTED 6, UNKNOWN 7 are not. */
    private static SmsHeard.Fate ofNumber(int state) {
        return switch (state) {
            case 2 -> SmsHeard.Fate.ARRIVED;
            case 3, 4, 5, 8 -> SmsHeard.Fate.LOST;
            default -> SmsHeard.Fate.UNDER_WAY;
        };
    }

    private static SmsHeard.Fate ofWord(String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "DELIVRD", "DELIVERED" -> SmsHeard.Fate.ARRIVED;
            case "EXPIRED", "DELETED", "UNDELIV", "UNDELIVERABLE", "REJECTD", "REJECTED" -> SmsHeard.Fate.LOST;
            default -> SmsHeard.Fate.UNDER_WAY;
        };
    }

    private static Optional<String> find(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static String text(DeliverSm message) {
        byte[] octets = octets(message);
        if ((message.getEsmClass() & UDHI) != 0 && octets.length > 0) {
            int header = 1 + (octets[0] & 0xFF);
            octets = header >= octets.length ? new byte[0] : Arrays.copyOfRange(octets, header, octets.length);
        }
        String text = switch (message.getDataCoding() & 0xFF) {
            case 0 -> people(message) ? Gsm7.decode(octets) : new String(octets, StandardCharsets.ISO_8859_1);
            case 1 -> new String(octets, StandardCharsets.US_ASCII);
            case 3 -> new String(octets, StandardCharsets.ISO_8859_1);
            case 8 -> new String(octets, StandardCharsets.UTF_16BE);
            default -> Gsm7.decode(octets);
        };
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }

    /** Whether people wrote it: centres write their receipts in ASCII, whatever the coding says. */
    private static boolean people(DeliverSm message) {
        return (message.getEsmClass() & TYPE) == 0;
    }

    private static byte[] octets(DeliverSm message) {
        byte[] octets = message.getShortMessage();
        if (octets != null && octets.length > 0) {
            return octets;
        }
        OptionalParameter payload = message.getOptionalParameter(OptionalParameter.Tag.MESSAGE_PAYLOAD);
        return payload instanceof OptionalParameter.OctetString found && found.getValue() != null
                ? found.getValue()
                : new byte[0];
    }

    private static String digits(String address) {
        return address == null ? "" : address.replaceAll("\\D", "");
    }
}
