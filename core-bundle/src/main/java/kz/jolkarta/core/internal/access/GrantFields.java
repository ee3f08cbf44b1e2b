package kz.jolkarta.core.internal.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.internal.node.NodeSettings;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Words;

/** The roles of an account in a form: one line each, and a few empty ones. */
final class GrantFields {
    /** The whole country is chosen, never left out: an empty choice must not be the widest. */
    private static final String COUNTRY = "country";

    private static final int EMPTY_LINES = 2;

    private GrantFields() {}

    static List<Field> of(List<Account.Grant> grants, User keeper, NodeSettings settings, Words words) {
        List<Field.Option> places = places(grants, keeper.scope(Right.ACCOUNTS_MANAGE), settings, words);
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < grants.size() + EMPTY_LINES; i++) {
            String line = "roles[" + i + "].";
            fields.add(Field.heading(words.text("page.accounts.role-line", words.number(i + 1))));
            Field role = Field.choice(
                    line + "role", words.text("page.accounts.role"), words.options(Role.class, "page.role."));
            Field place = Field.choice(line + "territory", words.text("page.accounts.territory"), places);
            Field school = Field.text(line + "school", words.text("page.accounts.school"))
                    .help(words.text("page.accounts.school.help"));
            if (i < grants.size()) {
                Account.Grant grant = grants.get(i);
                role = role.value(grant.role());
                place = grant.school() != 0
                        ? place
                        : place.value(grant.territory().isEmpty() ? COUNTRY : grant.territory());
                school = grant.school() == 0 ? school : school.value(grant.school());
            }
            fields.addAll(List.of(role, place, school));
        }
        return fields;
    }

    /** Regions with their districts within reach, and what the account has already. */
    private static List<Field.Option> places(
            List<Account.Grant> grants, Scope scope, NodeSettings settings, Words words) {
        List<Field.Option> options = new ArrayList<>();
        if (scope.isCountry()) {
            options.add(new Field.Option(COUNTRY, words.text("page.role.country")));
        }
        words.sorted(settings.regions(), r -> r.name().in(words.language())).forEach(region -> {
            String name = region.name().in(words.language());
            if (scope.covers(region.code())) {
                options.add(new Field.Option(region.code(), name));
            }
            words.sorted(settings.districts(region.code()), d -> d.name().in(words.language())).stream()
                    .filter(d -> scope.covers(d.code()))
                    .map(d -> new Field.Option(d.code(), name + " · " + d.name().in(words.language())))
                    .forEach(options::add);
        });
        grants.stream()
                .map(Account.Grant::territory)
                .filter(code -> !code.isEmpty()
                        && options.stream().noneMatch(o -> o.value().equals(code)))
                .distinct()
                .map(code -> new Field.Option(code, settings.place(code, words.language())))
                .forEach(options::add);
        return options;
    }

    /** The account as the form describes it. */
    static AccountResource.Input read(FormInput input) {
        return input.as(AccountResource.Input.class, GrantFields::filled);
    }

    private static ObjectNode filled(ObjectNode root) {
        ObjectNode changed = root.deepCopy();
        ArrayNode kept = changed.putArray("roles");
        int line = 0;
        for (JsonNode grant : root.path("roles")) {
            if (!grant.isEmpty()) {
                kept.add(checked((ObjectNode) grant.deepCopy(), "roles[" + line + "]."));
            }
            line++;
        }
        return changed;
    }

    private static ObjectNode checked(ObjectNode grant, String line) {
        if (!grant.has("role")) {
            throw Problem.field(line + "role", "page.accounts.role-needed");
        }
        if (!grant.has("territory") && !grant.has("school")) {
            throw Problem.field(line + "territory", "page.accounts.territory-needed");
        }
        if (grant.path("territory").asText().equals(COUNTRY)) {
            grant.put("territory", "");
        }
        return grant;
    }

    /** What an account is allowed, in lines. */
    static List<String> told(Account account, NodeSettings settings, Words words) {
        Stream<String> lines = account.roles().stream().map(g -> RoleWords.of(g, settings, words));
        return lines.toList();
    }
}
