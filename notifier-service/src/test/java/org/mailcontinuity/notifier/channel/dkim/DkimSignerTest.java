package org.mailcontinuity.notifier.channel.dkim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class DkimSignerTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final String MESSAGE = "From: Continuity <a@example.org>\r\nTo: ada@people.test\r\n"
            + "Subject: =?UTF-8?Q?=C3=BC?=\r\n folded\r\nX-Other: not signed\r\n\r\nline  one \r\n\r\nend\t\r\n\r\n\r\n";

    @Test
    void relaxedFormIsTheOneOfTheStandard() { // RFC 6376, section 3.4.5
        assertThat(RelaxedForm.header("A: X")).isEqualTo("a:X");
        assertThat(RelaxedForm.header("B : Y\t\r\n\tZ  ")).isEqualTo("b:Y Z");
        byte[] body = " C \r\nD \t E\r\n\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        assertThat(new String(RelaxedForm.body(body), StandardCharsets.US_ASCII))
                .isEqualTo(" C\r\nD E\r\n");
        assertThat(RelaxedForm.body(new byte[0])).isEmpty();
    }

    @Test
    void signsWithEd25519AndRsaSoThatTheirPublicHalvesVerify() throws GeneralSecurityException {
        for (String algorithm : List.of("Ed25519", "RSA")) {
            KeyPair keys = KeyPairGenerator.getInstance(algorithm).generateKeyPair();
            DkimSigner signer = new DkimSigner(List.of(new DkimKey("example.org", "s1", keys.getPrivate())));
            String signed = new String(
                    signer.sign(MESSAGE.getBytes(StandardCharsets.US_ASCII), NOW), StandardCharsets.US_ASCII);
            assertThat(signed).endsWith(MESSAGE);
            String field = signed.substring(0, signed.length() - MESSAGE.length() - 2);
            String b = field.substring(field.lastIndexOf("b=") + 2);
            String input = "from:Continuity <a@example.org>\r\nto:ada@people.test\r\n"
                    + "subject:=?UTF-8?Q?=C3=BC?= folded\r\n"
                    + RelaxedForm.header(field.substring(0, field.length() - b.length()));
            assertThat(verifies(keys, algorithm, input, b)).isTrue();
            assertThat(field).contains("h=from:to:subject:from:to:subject;", "t=" + NOW.getEpochSecond());
        }
    }

    @Test
    void keysThatProveNothingAreRefused() throws GeneralSecurityException {
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(768);
        KeyPair weak = rsa.generateKeyPair();
        assertThatIllegalArgumentException().isThrownBy(() -> new DkimKey("example.org", "s1", weak.getPrivate()));
        KeyPair good = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        assertThatIllegalArgumentException().isThrownBy(() -> new DkimKey("example.org; x=1", "s1", good.getPrivate()));
    }

    private static boolean verifies(KeyPair keys, String algorithm, String input, String b)
            throws GeneralSecurityException {
        boolean rsa = algorithm.equals("RSA");
        Signature signature = Signature.getInstance(rsa ? "SHA256withRSA" : "Ed25519");
        signature.initVerify(keys.getPublic());
        byte[] bytes = input.getBytes(StandardCharsets.US_ASCII);
        signature.update(rsa ? bytes : MessageDigest.getInstance("SHA-256").digest(bytes));
        return signature.verify(Base64.getMimeDecoder().decode(b));
    }
}
