package org.mailcontinuity.events.paging;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The query of a list that is newest first: what it shows, and from where it goes on. */
public final class Listing {
    private final String time;
    private final StringBuilder where = new StringBuilder("1 = 1");
    private final Map<String, Object> values = new HashMap<>();

    /** @param time the field by which rows are newest; those of the same time are in the order of their ids */
    public Listing(PageRequest page, String time) {
        this.time = time;
        page.after().ifPresent(cursor -> {
            where.append(" and (%1$s < :pageAt or %1$s = :pageAt and id < :pageId)".formatted(time));
            values.put("pageAt", cursor.at());
            values.put("pageId", cursor.id());
        });
    }

    /** Only rows whose field has this value; any where it is absent. */
    public Listing equal(String field, Optional<?> value) {
        return where(field + " = :" + field, field, value);
    }

    /** Only rows whose name contains this, in any case; any where it is absent. */
    public Listing named(Optional<String> part) {
        return where("locate(lower(:name), lower(name)) > 0", "name", part);
    }

    /** Only rows for which {@code condition} holds of {@code value}, its parameter {@code name}; any where it is absent. */
    public Listing where(String condition, String name, Optional<?> value) {
        value.ifPresent(given -> {
            where.append(" and ").append(condition);
            values.put(name, given);
        });
        return this;
    }

    public String query() {
        return "%s order by %s desc, id desc".formatted(where, time);
    }

    public Map<String, Object> values() {
        return Map.copyOf(values);
    }
}
