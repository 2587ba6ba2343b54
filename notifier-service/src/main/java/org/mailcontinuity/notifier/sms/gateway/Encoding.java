package org.mailcontinuity.notifier.sms.gateway;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** How a value is written where a template puts it, so that it stays one value and becomes nothing else. */
public enum Encoding {
    /** Within a URL, after the host. */
    URL {
        @Override
        String encode(String value) {
            return FORM.encode(value).replace("+", "%20");
        }
    },
    /** Within a body of type application/x-www-form-urlencoded. */
    FORM {
        @Override
        String encode(String value) {
            return URLEncoder.encode(value, StandardCharsets.UTF_8);
        }
    },
    /** Within a string of a JSON body. */
    JSON {
        @Override
        String encode(String value) {
            return new String(JsonStringEncoder.getInstance().quoteAsString(value));
        }
    },
    /** Within an element or an attribute of an XML body. */
    XML {
        @Override
        String encode(String value) {
            StringBuilder encoded = new StringBuilder();
            value.codePoints().filter(Encoding::allowedInXml).forEach(character -> {
                switch (character) {
                    case '<' -> encoded.append("&lt;");
                    case '>' -> encoded.append("&gt;");
                    case '&' -> encoded.append("&amp;");
                    case '"' -> encoded.append("&quot;");
                    case '\'' -> encoded.append("&#39;");
                    case '\n' -> encoded.append("&#10;");
                    default -> encoded.appendCodePoint(character);
                }
            });
            return encoded.toString();
        }
    },
    /** Within a header: one line. */
    HEADER {
        @Override
        String encode(String value) {
            return value.replaceAll("\\p{Cntrl}+", " ");
        }
    },
    /** A body of plain text. */
    TEXT {
        @Override
        String encode(String value) {
            return value;
        }
    };

    abstract String encode(String value);

    /** @throws IllegalArgumentException for a type in which values cannot be put safely */
    static Encoding ofBody(String contentType) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (type.equals("application/json") || type.endsWith("+json")) {
            return JSON;
        }
        if (type.equals("application/xml") || type.equals("text/xml") || type.endsWith("+xml")) {
            return XML;
        }
        return switch (type) {
            case "application/x-www-form-urlencoded" -> FORM;
            case "text/plain" -> TEXT;
            default ->
                throw new IllegalArgumentException("content type " + contentType
                        + " must be JSON, XML, application/x-www-form-urlencoded or text/plain");
        };
    }

    private static boolean allowedInXml(int character) {
        return character == '\n'
                || character == '\t'
                || character >= 0x20 && character <= 0xD7FF
                || character >= 0xE000 && character <= 0xFFFD
                || character >= 0x10000;
    }
}
