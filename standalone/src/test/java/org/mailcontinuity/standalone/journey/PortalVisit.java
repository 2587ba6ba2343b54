package org.mailcontinuity.standalone.journey;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a browser without JavaScript does with a portal page: reads it, fills a form in, sends it. */
final class PortalVisit {
    private static final Pattern LINK = Pattern.compile("https?://\\S+/portal/[A-Za-z0-9_-]+");
    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("<(input|button)\\b([^>]*)>");
    private static final Pattern SELECT = Pattern.compile("<select\\b([^>]*)>(.*?)</select>", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("<option\\b([^>]*)>");

    private final HttpClient browser = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(Redirect.NEVER) // the answer to an action leads back to the page; its status tells enough
            .cookieHandler(new CookieManager())
            .build();

    /** A form as it was served. */
    record Form(URI action, Map<String, String> fields) {}

    /** The link in a mail. */
    static URI linkIn(String text) {
        Matcher link = LINK.matcher(text);
        if (!link.find()) {
            throw new AssertionError("no portal link in: " + text);
        }
        return URI.create(link.group());
    }

    HttpResponse<String> open(URI page) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(page).timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
    }

    /** The form with the button of that action, filled in as it was served. */
    Optional<Form> form(URI page, String action) throws IOException, InterruptedException {
        HttpResponse<String> response = open(page);
        Matcher form = FORM.matcher(response.body());
        while (form.find()) {
            Map<String, String> fields = fields(form.group(2));
            if (fields.getOrDefault("action", "").equals(action)) {
                String target = attribute(form.group(1), "action").orElse("");
                return Optional.of(new Form(target.isEmpty() ? page : page.resolve(target), fields));
            }
        }
        return Optional.empty();
    }

    HttpResponse<String> send(Form form) throws IOException, InterruptedException {
        String body = form.fields().entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return browser.send(
                HttpRequest.newBuilder(form.action())
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", form.action().resolve("/").toString().replaceAll("/$", ""))
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static Map<String, String> fields(String content) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher field = FIELD.matcher(content);
        while (field.find()) {
            String attributes = field.group(2);
            boolean unchecked =
                    attributes.matches("(?s).*type=\"?(radio|checkbox).*") && !attributes.contains("checked");
            attribute(attributes, "name")
                    .filter(name -> !unchecked)
                    .ifPresent(name ->
                            fields.put(name, attribute(attributes, "value").orElse("")));
        }
        Matcher select = SELECT.matcher(content);
        while (select.find()) {
            String options = select.group(2);
            attribute(select.group(1), "name").ifPresent(name -> fields.put(name, chosen(options)));
        }
        return fields;
    }

    private static String chosen(String options) {
        List<String> all = new ArrayList<>();
        Matcher option = OPTION.matcher(options);
        while (option.find()) {
            all.add(option.group(1));
        }
        return all.stream()
                .filter(attributes -> attributes.contains("selected"))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .flatMap(attributes -> attribute(attributes, "value"))
                .orElse("");
    }

    private static Optional<String> attribute(String attributes, String name) {
        Matcher found = Pattern.compile("\\b" + name + "=(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))")
                .matcher(attributes);
        if (!found.find()) {
            return Optional.empty();
        }
        for (int group = 1; group <= 3; group++) {
            if (found.group(group) != null) {
                return Optional.of(found.group(group).replace("&quot;", "\"").replace("&amp;", "&"));
            }
        }
        return Optional.empty();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
