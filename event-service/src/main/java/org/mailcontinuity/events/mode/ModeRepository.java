package org.mailcontinuity.events.mode;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;

/** The modes of scopes. */
@Singleton
public class ModeRepository implements PanacheRepositoryBase<ModeEntity, String> {
    /** The scope's mode, whose row nobody else may change until the present transaction ends. */
    Mode lock(String scope) {
        getEntityManager()
                .createNativeQuery("insert into mode (scope, revision) values (:scope, 0) on conflict do nothing")
                .setParameter("scope", scope)
                .executeUpdate();
        return findById(scope, LockModeType.PESSIMISTIC_WRITE).toMode();
    }

    void update(Mode mode) {
        findById(mode.scope()).become(mode);
    }

    /** Every mode that is on. */
    public List<Mode> on() {
        return find("since is not null order by scope").list().stream()
                .map(ModeEntity::toMode)
                .toList();
    }

    /** The modes of these scopes, on or off; a scope that never was in mode is not among them. */
    List<Mode> of(Collection<String> scopes) {
        return find("scope in ?1 order by scope", scopes).list().stream()
                .map(ModeEntity::toMode)
                .toList();
    }
}
