package org.mailcontinuity.events.paging;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One page of a list, newest first.
 *
 * @param items the items, at most as many as were asked for
 * @param next the path and query of the next page; absent on the last one
 */
public record Page<T>(List<T> items, Optional<String> next) {
    public Page {
        items = List.copyOf(items);
    }

    /**
     * @param rows the rows fetched with {@link PageRequest#fetch}, newest first
     * @param cursor the cursor of a row
     * @param view what is shown of a row
     */
    public static <R, T> Page<T> of(
            PageRequest request, List<R> rows, Function<R, Cursor> cursor, Function<R, T> view) {
        boolean more = rows.size() > request.limit();
        List<R> shown = more ? rows.subList(0, request.limit()) : rows;
        Optional<String> next =
                more ? Optional.of(link(request.uri(), cursor.apply(shown.getLast()))) : Optional.empty();
        return new Page<>(shown.stream().map(view).toList(), next);
    }

    private static String link(URI uri, Cursor cursor) {
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        String kept = Stream.concat(
                        Arrays.stream(query.split("&", -1))
                                .filter(part -> !part.isEmpty() && !part.startsWith("cursor=")),
                        Stream.of("cursor=" + cursor.encoded()))
                .collect(Collectors.joining("&"));
        return uri.getRawPath() + "?" + kept;
    }
}
