package kz.jolkarta.core.internal.access;

import java.util.Map;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.internal.node.NodeSettings;
import kz.jolkarta.core.pages.Words;

/** Roles with their territories as they are read. */
final class RoleWords {
    private RoleWords() {}

    /** @param schools names by id */
    static String of(Account.Grant grant, Map<Long, String> schools, NodeSettings settings, Words words) {
        String role = words.text("page.role." + Json.name(grant.role()));
        if (grant.school() != 0) {
            String number = Long.toString(grant.school());
            return words.text("page.role.school", role, schools.getOrDefault(grant.school(), number));
        }
        String place = grant.territory().isEmpty()
                ? words.text("page.role.country")
                : settings.place(grant.territory(), words.language());
        return role + " — " + place;
    }
}
