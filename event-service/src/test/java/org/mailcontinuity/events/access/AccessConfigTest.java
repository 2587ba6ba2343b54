package org.mailcontinuity.events.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.validator.BeanValidationConfigValidator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessConfigTest {
    @Test
    void hasDefaults() {
        AccessConfig config = config(AccessConfig.class, Map.of());
        assertThat(config.rateLimit().perSecond()).isEqualTo(50);
        assertThat(config.rateLimit().burst()).isEqualTo(200);
        assertThat(config(BootstrapConfig.class, Map.of()).adminTokenFile()).isEmpty();
    }

    @Test
    void readsTheDocumentedKeys() {
        assertThat(config(BootstrapConfig.class, Map.of("continuity.bootstrap.admin-token-file", "/run/token"))
                        .adminTokenFile())
                .contains(Path.of("/run/token"));
        assertThat(config(AccessConfig.class, Map.of("continuity.access.rate-limit.burst", "7"))
                        .rateLimit()
                        .burst())
                .isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({"per-second,0", "per-second,100001", "burst,0", "burst,1000001"})
    void refusesWhatIsOutOfBounds(String key, String value) {
        assertThatThrownBy(() -> config(AccessConfig.class, Map.of("continuity.access.rate-limit." + key, value)))
                .hasMessageContaining(key + " must be");
    }

    private static <T> T config(Class<T> type, Map<String, String> settings) {
        try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
            Validator validator = factory.getValidator();
            return new SmallRyeConfigBuilder()
                    .addDefaultInterceptors()
                    .withSources(new PropertiesConfigSource(settings, "test", 100))
                    .withMapping(type)
                    .withValidator(new BeanValidationConfigValidator() {
                        @Override
                        public Validator getValidator() {
                            return validator;
                        }
                    })
                    .build()
                    .getConfigMapping(type);
        }
    }
}
