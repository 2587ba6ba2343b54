package org.mailcontinuity.notifier.channel.dkim;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Signs messages, relaxed/relaxed, once for each key (RFC 6376; Ed25519 by RFC 8463). Each signed header is named once more
 * than it is there, so that nobody can add another. Safe for many threads.
 */
public final class DkimSigner {
    private static final List<String> SIGNED = List.of(
            "From", "To", "Subject", "Date", "Message-ID", "References", "In-Reply-To", "MIME-Version", "Content-Type");
    private static final int FOLD = 72;

    private final List<DkimKey> keys;

    /** @param keys none: nothing is signed */
    public DkimSigner(List<DkimKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * @param message headers and body, CR LF line ends
     * @return the message with a signature above for each key
     */
    public byte[] sign(byte[] message, Instant now) {
        if (keys.isEmpty()) {
            return message;
        }
        int end = endOfHeaders(message);
        List<String> headers = fields(new String(message, 0, end, StandardCharsets.ISO_8859_1));
        String bodyHash = bodyHash(Arrays.copyOfRange(message, Math.min(message.length, end + 2), message.length));
        StringBuilder signatures = new StringBuilder();
        for (DkimKey key : keys) {
            signatures.append(signature(key, headers, bodyHash, now)).append("\r\n");
        }
        byte[] above = signatures.toString().getBytes(StandardCharsets.US_ASCII);
        byte[] signed = Arrays.copyOf(above, above.length + message.length);
        System.arraycopy(message, 0, signed, above.length, message.length);
        return signed;
    }

    private static String signature(DkimKey key, List<String> headers, String bodyHash, Instant now) {
        List<String> present = SIGNED.stream()
                .filter(name -> headers.stream().anyMatch(field -> names(field, name)))
                .toList();
        List<String> named = new ArrayList<>(present);
        named.addAll(present);
        String unsigned = "DKIM-Signature: v=1; a=" + key.algorithm() + "; c=relaxed/relaxed; d=" + key.domain()
                + "; s=" + key.selector() + ";\r\n\tt=" + now.getEpochSecond() + "; bh=" + bodyHash + ";\r\n\th="
                + fold(String.join(":", named).toLowerCase(Locale.ROOT)) + ";\r\n\tb=";
        StringBuilder input = new StringBuilder();
        for (String name : present) {
            input.append(RelaxedForm.header(field(headers, name))).append("\r\n");
        }
        input.append(RelaxedForm.header(unsigned));
        return unsigned + fold(sign(key, input.toString()));
    }

    private static String sign(DkimKey key, String input) {
        byte[] bytes = input.getBytes(StandardCharsets.ISO_8859_1);
        try {
            boolean rsa = key.key() instanceof RSAPrivateKey;
            Signature signature = Signature.getInstance(rsa ? "SHA256withRSA" : "Ed25519");
            signature.initSign(key.key());
            signature.update(rsa ? bytes : MessageDigest.getInstance("SHA-256").digest(bytes));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the DKIM key of " + key.domain() + " cannot sign", e);
        }
    }

    private static String bodyHash(byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(RelaxedForm.body(body));
            return Base64.getEncoder().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The last field of that name, as a verifier takes it. */
    private static String field(List<String> headers, String name) {
        List<String> upwards = new ArrayList<>(headers);
        Collections.reverse(upwards);
        return upwards.stream().filter(field -> names(field, name)).findFirst().orElseThrow();
    }

    private static boolean names(String field, String name) {
        return field.regionMatches(true, 0, name + ":", 0, name.length() + 1);
    }

    private static List<String> fields(String head) {
        return List.of(head.split("\r\n(?![ \t])"));
    }

    /** Where the last header's line end is over. */
    private static int endOfHeaders(byte[] message) {
        for (int i = 0; i + 3 < message.length; i++) {
            if (message[i] == '\r' && message[i + 1] == '\n' && message[i + 2] == '\r' && message[i + 3] == '\n') {
                return i + 2;
            }
        }
        throw new IllegalArgumentException("a message must have an empty line after its headers");
    }

    private static String fold(String text) {
        StringBuilder folded = new StringBuilder();
        for (int i = 0; i < text.length(); i += FOLD) {
            folded.append(i == 0 ? "" : "\r\n\t").append(text, i, Math.min(i + FOLD, text.length()));
        }
        return folded.toString();
    }
}
