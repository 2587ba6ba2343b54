package org.mailcontinuity.probe.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenSealTest {
    private static final Token TOKEN = new Token(
            UUID.fromString("0197a000-0000-7000-8000-000000000001"),
            UUID.fromString("0197a000-0000-5000-8000-00000000beef"),
            Instant.parse("2026-11-24T12:00:00.123Z"));

    private static NavigableMap<Integer, byte[]> keys(int... ids) {
        NavigableMap<Integer, byte[]> keys = new TreeMap<>();
        for (int id : ids) {
            byte[] key = new byte[32];
            Arrays.fill(key, (byte) (id * 7));
            keys.put(id, key);
        }
        return keys;
    }

    private final TokenSeal seal = new TokenSeal(new TokenKeys(keys(1)));

    @Test
    void opensWhatItSealed() {
        assertThat(seal.openHeader(seal.header(TOKEN))).contains(TOKEN);
        assertThat(seal.openLocalPart(seal.localPart(TOKEN)))
                .contains(new TokenSeal.Claim(TOKEN.sampleId(), Instant.parse("2026-11-24T12:00:00Z")));
    }

    @Test
    void fitsIntoALocalPartWhateverAServerDoesToItsCase() { // RFC 5321, 4.5.3.1.1
        String localPart = seal.localPart(TOKEN);
        assertThat(localPart).hasSizeLessThanOrEqualTo(64).matches("p-[a-z2-7]+");
        assertThat(seal.openLocalPart(localPart.toUpperCase(Locale.ROOT))).isPresent();
    }

    @Test
    void opensNothingThatWasTamperedWith() {
        String header = seal.header(TOKEN);
        String localPart = seal.localPart(TOKEN);
        for (int i = 0; i < header.length(); i++) {
            assertThat(seal.openHeader(changed(header, i)))
                    .as("header at %d", i)
                    .isEmpty();
        }
        for (int i = 2; i < localPart.length(); i++) {
            assertThat(seal.openLocalPart(changed(localPart, i)))
                    .as("address at %d", i)
                    .isEmpty();
        }
    }

    private static String changed(String text, int at) {
        char other = text.charAt(at) == 'b' ? 'c' : 'b';
        return text.substring(0, at) + other + text.substring(at + 1);
    }

    @Test
    void opensNothingElse() {
        for (String other :
                new String[] {"", "p-", "p-!", "postmaster", "p-" + "a".repeat(52), "x" + seal.localPart(TOKEN)}) {
            assertThat(seal.openLocalPart(other)).isEmpty();
            assertThat(seal.openHeader(other)).isEmpty();
        }
    }

    @Test
    void opensNothingOfAnotherKey() {
        NavigableMap<Integer, byte[]> others = new TreeMap<>(Map.of(1, new byte[32]));
        TokenSeal other = new TokenSeal(new TokenKeys(others));
        assertThat(seal.openHeader(other.header(TOKEN))).isEmpty();
        assertThat(seal.openLocalPart(other.localPart(TOKEN))).isEmpty();
    }

    @Test
    void goesOnOpeningAfterTheKeyWasChanged() {
        TokenSeal later = new TokenSeal(new TokenKeys(keys(1, 2)));
        assertThat(later.openHeader(seal.header(TOKEN))).contains(TOKEN);
        assertThat(seal.openHeader(later.header(TOKEN)))
                .as("sealed by the newest key")
                .isEmpty();
    }

    @Test
    void readsItsKeysFromFiles(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("1.key"), "07".repeat(32) + "\n");
        Files.writeString(directory.resolve("readme.txt"), "no key");
        TokenSeal fromFiles = new TokenSeal(TokenKeys.read(directory));
        assertThat(fromFiles.openHeader(seal.header(TOKEN))).contains(TOKEN);
    }

    @Test
    void refusesKeysThatAreTooShort(@TempDir Path directory) throws IOException {
        assertThatThrownBy(() -> TokenKeys.read(directory)).hasMessageContaining("at least one");
        Files.writeString(directory.resolve("1.key"), "0707");
        assertThatThrownBy(() -> TokenKeys.read(directory)).hasMessageContaining("32 bytes");
    }
}
