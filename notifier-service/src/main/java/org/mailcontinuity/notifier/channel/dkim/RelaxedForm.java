package org.mailcontinuity.notifier.channel.dkim;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The form in which header and body are signed, in which blanks that relays change do not count (RFC 6376, 3.4.2, 3.4.4). */
final class RelaxedForm {
    private RelaxedForm() {}

    /** @param field name, colon and value, folded or not, without its last line end */
    static String header(String field) {
        int colon = field.indexOf(':');
        String name = field.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        String value = field.substring(colon + 1)
                .replace("\r\n", "")
                .replaceAll("[ \t]+", " ")
                .strip();
        return name + ":" + value;
    }

    /** @param body with CR LF line ends */
    static byte[] body(byte[] body) {
        ByteArrayOutputStream form = new ByteArrayOutputStream(body.length);
        int emptyLines = 0;
        for (String line : new String(body, StandardCharsets.ISO_8859_1).split("\r\n", -1)) {
            String relaxed = line.replaceAll("[ \t]+", " ").replaceAll(" $", "");
            if (relaxed.isEmpty()) {
                emptyLines++;
                continue;
            }
            for (; emptyLines > 0; emptyLines--) {
                form.writeBytes(new byte[] {'\r', '\n'});
            }
            form.writeBytes(relaxed.getBytes(StandardCharsets.ISO_8859_1));
            form.writeBytes(new byte[] {'\r', '\n'});
        }
        return form.toByteArray();
    }
}
