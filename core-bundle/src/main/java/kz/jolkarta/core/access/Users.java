package kz.jolkarta.core.access;

import java.util.Optional;

/** The accounts as they stand now, for work that goes on after its request has ended. */
public interface Users {
    /**
     * The account with its present rights; empty when it does not exist or is blocked.
     *
     * @param id the account's id, 0 for {@link User#system()}
     */
    Optional<User> find(long id);
}
