package org.mailcontinuity.notifier.template;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The templates of notices: a file of the operator's own directory where there is one, else ours. Values put into a
 * template are data: they are never read as a template themselves, and escaped in HTML.
 */
final class TemplateRepository {
    private static final String OURS = "/notices/";

    private final Engine engine;

    TemplateRepository(Optional<Path> operators) {
        engine = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .addLocator(id -> locate(operators, id))
                .build();
    }

    /** Whether there is a template of this name in this language. */
    boolean has(String notice, String language) {
        return renders(notice + "." + language + ".txt");
    }

    /** @param name such as {@code firing.en.txt} */
    boolean renders(String name) {
        return engine.getTemplate(name) != null;
    }

    /** @param name such as {@code firing.en.txt} */
    String render(String name, Map<String, Object> values) {
        Template template = engine.getTemplate(name);
        if (template == null) {
            throw new IllegalStateException("no template " + name);
        }
        return template.render(values);
    }

    private static Optional<TemplateLocator.TemplateLocation> locate(Optional<Path> operators, String name) {
        if (!name.matches("[a-z]+(\\.[a-z]{2,3})?\\.(txt|html|sms)")) {
            return Optional.empty();
        }
        return read(operators, name).map(text -> new Located(text, name));
    }

    private static Optional<String> read(Optional<Path> operators, String name) {
        Optional<Path> file =
                operators.map(directory -> directory.resolve(name)).filter(Files::isRegularFile);
        try {
            if (file.isPresent()) {
                return Optional.of(Files.readString(file.get()));
            }
            try (@Nullable InputStream ours = TemplateRepository.class.getResourceAsStream(OURS + name)) {
                return ours == null
                        ? Optional.empty()
                        : Optional.of(new String(ours.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Located(String content, String name) implements TemplateLocator.TemplateLocation {
        @Override
        public Reader read() {
            return new StringReader(content);
        }

        @Override
        public Optional<Variant> getVariant() {
            return Optional.of(Variant.forContentType(name.endsWith(".html") ? Variant.TEXT_HTML : Variant.TEXT_PLAIN));
        }
    }
}
