package org.mailcontinuity.notifier.template;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
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
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The templates of notices: a file of the operator's own directory where there is one, else ours. Values put into a
 * template are data: they are never read as a template themselves, and escaped in HTML. An operator's file with a fault is
 * reported and ours is used: an alert is told in other words rather than not at all.
 */
final class TemplateRepository {
    private static final Logger LOG = Logger.getLogger(TemplateRepository.class);
    private static final String OURS = "/notices/";
    private static final String NAME = "[a-z]+(\\.[a-z]{2,3})?\\.(txt|html|sms)";
    private static final List<String> KINDS = List.of("txt", "html", "sms");
    private static final int LONGEST = 256 * 1024;

    private final Engine engine;
    private final Optional<Engine> ours;

    private TemplateRepository(TemplateLocator first, Optional<TemplateLocator> ours) {
        this.engine = SafeTemplates.engine(first);
        this.ours = ours.map(SafeTemplates::engine);
    }

    static TemplateRepository of(Optional<Path> operators) {
        return new TemplateRepository(
                name -> located(name, file(operators, name).or(() -> ours(name))),
                Optional.of(name -> located(name, ours(name))));
    }

    /**
     * One for trying texts out, which hides no fault.
     *
     * @param drafts texts by name, which take the place of files
     */
    static TemplateRepository drafted(Optional<Path> operators, Map<String, String> drafts) {
        return new TemplateRepository(
                name -> located(
                        name,
                        Optional.ofNullable(drafts.get(name))
                                .or(() -> file(operators, name))
                                .or(() -> ours(name))),
                Optional.empty());
    }

    /** Whether ours takes the place of one with a fault. */
    boolean hidesFaults() {
        return ours.isPresent();
    }

    /** Whether a notice can be told in this language: by mail and by SMS. */
    boolean has(String notice, String language) {
        return KINDS.stream().allMatch(kind -> renders(notice + "." + language + "." + kind));
    }

    /** @param name such as {@code firing.en.txt} */
    boolean renders(String name) {
        return attempt(name, engine -> engine.getTemplate(name) != null);
    }

    /**
     * @param name such as {@code firing.en.txt}
     * @throws TemplateException if it has a fault, and there is none of ours
     */
    String render(String name, Map<String, Object> values) {
        return attempt(name, engine -> rendered(engine, name, values));
    }

    private <T> T attempt(String name, Work<T> work) {
        if (ours.isEmpty()) {
            return work.with(engine);
        }
        try {
            return work.with(engine);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.errorf("template has a fault, ours is used template=%s cause=%s", name, e.getMessage());
            return work.with(ours.get());
        }
    }

    private static String rendered(Engine engine, String name, Map<String, Object> values) {
        Template template = engine.getTemplate(name);
        if (template == null) {
            throw new TemplateException("no template " + name);
        }
        StringBuilder text = new StringBuilder();
        AtomicInteger room = new AtomicInteger(LONGEST);
        try {
            template.instance()
                    .data(values)
                    .consume(part -> {
                        if (room.addAndGet(-part.length()) >= 0) {
                            text.append(part);
                        }
                    })
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof TemplateException fault ? fault : e;
        }
        if (room.get() < 0) {
            throw new TemplateException("what " + name + " says must have at most " + LONGEST + " characters");
        }
        return text.toString();
    }

    private static Optional<TemplateLocator.TemplateLocation> located(String name, Optional<String> text) {
        return text.map(content -> new Located(content, name));
    }

    private static Optional<String> file(Optional<Path> operators, String name) {
        Optional<Path> file = operators
                .filter(directory -> name.matches(NAME))
                .map(directory -> directory.resolve(name))
                .filter(Files::isRegularFile);
        try {
            return file.isPresent() ? Optional.of(Files.readString(file.get())) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> ours(String name) {
        if (!name.matches(NAME)) {
            return Optional.empty();
        }
        try (@Nullable InputStream ours = TemplateRepository.class.getResourceAsStream(OURS + name)) {
            return ours == null
                    ? Optional.empty()
                    : Optional.of(new String(ours.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is done with the templates of an engine. */
    private interface Work<T> {
        T with(Engine engine);
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
