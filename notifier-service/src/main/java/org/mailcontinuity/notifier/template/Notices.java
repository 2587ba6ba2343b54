package org.mailcontinuity.notifier.template;

import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Puts facts into a reader's language. */
public final class Notices {
    private static final String DEFAULT_LANGUAGE = "en";

    private final Optional<Path> operators;
    private final TemplateRepository templates;

    /** @param operators a directory of templates that take the place of ours */
    public Notices(Optional<Path> operators) {
        this(operators, TemplateRepository.of(operators));
    }

    private Notices(Optional<Path> operators, TemplateRepository templates) {
        this.operators = operators;
        this.templates = templates;
    }

    /**
     * As this one, with texts in the place of files, for trying them out: a fault in a template is thrown, not mended.
     *
     * @param drafts by name, such as {@code firing.en.txt}
     */
    public Notices drafted(Map<String, String> drafts) {
        return new Notices(operators, TemplateRepository.drafted(operators, drafts));
    }

    /**
     * @param notice what is told, such as {@code firing}: the template's name
     * @param link the portal page, where there is one
     * @param round 0 for the first telling
     */
    public Wording word(String notice, Facts facts, Reader reader, Optional<URI> link, int round) {
        return word(notice, facts, reader, link, round, Optional.empty());
    }

    /** @param code by which the reader can answer by SMS, where that is possible */
    public Wording word(
            String notice, Facts facts, Reader reader, Optional<URI> link, int round, Optional<String> code) {
        String language = language(notice, reader.locale());
        Map<String, Object> values = values(facts, reader);
        values.put("reader", reader.name());
        values.put("link", link.map(URI::toString).orElse(""));
        values.put("round", round);
        values.put("code", code.orElse(""));
        return known(notice, language, values);
    }

    /** Several notices in one message. */
    public Wording digest(Digest digest, Reader reader) {
        Map<String, Object> values = new HashMap<>();
        values.put("count", digest.lines().size());
        values.put("lines", digest.lines());
        values.put("reader", reader.name());
        values.put("link", "");
        values.put("firstLink", digest.lines().getFirst().url());
        String subjects = digest.lines().stream().map(Digest.Line::subject).collect(joining("; "));
        values.put("sentence", Brief.marked(subjects));
        return known("digest", language("digest", reader.locale()), values);
    }

    /** A language of the operator's own may fail where ours would not. */
    private Wording known(String notice, String language, Map<String, Object> values) {
        if (language.equals(DEFAULT_LANGUAGE)) {
            return wording(notice, language, values);
        }
        try {
            return wording(notice, language, values);
        } catch (RuntimeException e) {
            if (!templates.hidesFaults()) {
                throw e;
            }
            return wording(notice, DEFAULT_LANGUAGE, values);
        }
    }

    private Wording wording(String notice, String language, Map<String, Object> values) {
        String text = templates.render(notice + "." + language + ".txt", values);
        int endOfLine = text.indexOf('\n');
        String subject = endOfLine < 0 ? text : text.substring(0, endOfLine);
        values.put("subject", PlainLine.of(subject, Wording.LONGEST_SUBJECT));
        return new Wording(
                subject,
                text.substring(endOfLine + 1).strip() + "\n",
                templates.render(notice + "." + language + ".html", values),
                brief(templates.render(notice + "." + language + ".sms", values)));
    }

    /**
     * Tells somebody who wrote to us what came of it.
     *
     * @param word what came of it, such as {@code ACKNOWLEDGED}
     * @param at when it was done
     * @param until when what was done ends
     */
    public Brief answer(String word, Reader reader, Optional<Instant> at, Optional<Instant> until) {
        Map<String, Object> values = new HashMap<>();
        values.put("outcome", word);
        values.put("at", at.map(reader::shortTime).orElse(""));
        values.put("until", until.map(reader::shortTime).orElse(""));
        String language = reader.locale().getLanguage();
        String known = templates.renders("reply." + language + ".sms") ? language : DEFAULT_LANGUAGE;
        return brief(templates.render("reply." + known + ".sms", values));
    }

    private static Brief brief(String text) {
        return Brief.of(
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(joining("\n")));
    }

    private String language(String notice, Locale locale) {
        return templates.has(notice, locale.getLanguage()) ? locale.getLanguage() : DEFAULT_LANGUAGE;
    }

    private static Map<String, Object> values(Facts facts, Reader reader) {
        Map<String, Object> values = new HashMap<>();
        switch (facts) {
            case Facts.OfAlert alert -> alert(alert, reader, values);
            case Facts.OfEvent event -> event(event, reader, values);
            case Facts.OfSelf self -> values.put("findings", self.findings());
            case Facts.OfTest test -> {
                values.put("by", test.by());
                values.put("proof", test.code().orElse(""));
            }
        }
        return values;
    }

    private static void alert(Facts.OfAlert alert, Reader reader, Map<String, Object> values) {
        List<String> domains =
                alert.monitors().stream().map(Facts.Affected::domain).distinct().toList();
        List<String> directions = alert.monitors().stream()
                .map(Facts.Affected::direction)
                .distinct()
                .toList();
        values.put("severity", alert.severity());
        values.put("domain", domains.getFirst());
        values.put("more", alert.domainCount() - 1);
        values.put("domains", alert.domainCount());
        values.put("common", alert.subject().orElse(""));
        values.put("unnamed", Math.max(0, alert.domainCount() - domains.size()));
        values.put("direction", directions.size() == 1 ? directions.getFirst() : "ALL");
        values.put("monitors", alert.monitors());
        values.put("since", reader.time(alert.since()));
        values.put("resolvedAt", time(alert.resolvedAt(), reader));
        values.put("sinceShort", reader.shortTime(alert.since()));
        values.put("cause", alert.cause());
        values.put("sentence", Brief.marked(alert.cause()));
        values.put("eventUntil", time(alert.eventUntil(), reader));
    }

    private static void event(Facts.OfEvent event, Reader reader, Map<String, Object> values) {
        values.put("name", event.name());
        values.put("description", event.description().orElse(""));
        values.put("from", reader.time(event.from()));
        values.put("until", reader.time(event.until()));
        values.put("untilShort", reader.shortTime(event.until()));
        values.put("sentence", event.wording().map(Brief::marked).orElse(""));
        values.put("by", event.by());
        values.put("reason", event.reason().orElse(""));
        values.put("wording", event.wording().orElse(""));
    }

    private static String time(Optional<Instant> instant, Reader reader) {
        return instant.map(reader::time).orElse("");
    }
}
