package org.mailcontinuity.events.maintenance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.events.paging.Listing;
import org.mailcontinuity.events.paging.PageRequest;

/** Maintenance windows. */
@Singleton
class WindowRepository implements PanacheRepositoryBase<WindowEntity, UUID> {
    private final ObjectMapper json;

    WindowRepository(ObjectMapper json) {
        this.json = json;
    }

    List<MaintenanceWindow> windows() {
        return listAll().stream().map(row -> stored(row).window()).toList();
    }

    Optional<StoredWindow> window(UUID id) {
        return findByIdOptional(id).map(this::stored);
    }

    Optional<WindowEntity> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    void add(StoredWindow stored) {
        persistAndFlush(WindowEntity.of(stored, text(stored)));
    }

    void write(WindowEntity row, StoredWindow stored) {
        row.write(stored, text(stored));
        flush();
    }

    StoredWindow stored(WindowEntity row) {
        try {
            MaintenanceWindowRequest request = json.readValue(row.maintenance(), MaintenanceWindowRequest.class);
            return new StoredWindow(row.identity(), request.window());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("windows are read as they were written", e);
        }
    }

    List<StoredWindow> list(PageRequest page, Optional<String> name) {
        Listing wanted = new Listing(page, "createdAt").named(name);
        return find(wanted.query(), wanted.values()).page(Page.ofSize(page.fetch())).list().stream()
                .map(this::stored)
                .toList();
    }

    private String text(StoredWindow stored) {
        try {
            return json.writeValueAsString(MaintenanceWindowRequest.of(stored.window()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("windows are always JSON", e);
        }
    }
}
