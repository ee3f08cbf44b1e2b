package kz.jolkarta.core.internal.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.internal.node.NodeSettings;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.LookUp;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.registry.Schools;

/** The roles of an account in a form: what it has as ticks, and a few empty lines for more, since each line holds all territories to choose from. */
final class GrantFields {
    /** The whole country is chosen, never left out: an empty choice must not be the widest. */
    private static final String COUNTRY = "country";

    private static final String KEPT = "kept";
    private static final int EMPTY_LINES = 2;

    private GrantFields() {}

    /** The roles that the account has, to be kept or taken away. @param schools names by id */
    static Field kept(Account account, Map<Long, String> schools, NodeSettings settings, Words words) {
        List<Field.Option> options = account.roles().stream()
                .map(g -> new Field.Option(g.text(), RoleWords.of(g, schools, settings, words)))
                .toList();
        return Field.checks(KEPT, words.text("page.accounts.roles"), options)
                .values(options.stream().map(Field.Option::value).toList())
                .help(words.text("page.accounts.roles.help"));
    }

    /** Those of the account that are still ticked. */
    static List<Account.Grant> kept(Account account, FormInput input) {
        List<String> ticked = input.all(KEPT);
        return account.roles().stream().filter(g -> ticked.contains(g.text())).toList();
    }

    /**
     * Lines for new roles.
     *
     * @param held how many the account has
     * @param known schools to choose from, empty while no registry runs
     * @param sent the form as it was sent, without values for a fresh one
     */
    static List<Field> lines(
            int held, User keeper, NodeSettings settings, Optional<Schools> known, FormInput sent, Words words) {
        List<Field.Option> places = places(keeper.scope(Right.ACCOUNTS_MANAGE), settings, words);
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < EMPTY_LINES; i++) {
            String line = "roles[" + i + "].";
            fields.add(Field.heading(words.text("page.accounts.role-line", words.number(held + i + 1))));
            fields.add(Field.choice(
                    line + "role", words.text("page.accounts.role"), words.options(Role.class, "page.role.")));
            fields.add(Field.choice(line + "territory", words.text("page.accounts.territory"), places));
            if (known.isPresent()) {
                fields.addAll(school(i, known.get(), keeper, words.language())
                        .fields(words.text("page.accounts.school"), words.text("page.accounts.school.help"), sent, ""));
            } else {
                fields.add(Field.shown(words.text("page.accounts.school"), words.text("page.accounts.school-closed")));
            }
        }
        return fields;
    }

    /** Regions with their districts within reach. */
    private static List<Field.Option> places(Scope scope, NodeSettings settings, Words words) {
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
        return options;
    }

    private static LookUp school(int line, Schools known, User keeper, Language language) {
        Scope scope = keeper.scope(Right.ACCOUNTS_MANAGE);
        return new LookUp(
                "roles[" + line + "].school",
                typed -> known.search(scope, typed, LookUp.MOST + 1, language).stream()
                        .map(s -> new Field.Option(Long.toString(s.id()), s.name()))
                        .toList(),
                id -> Optional.of(new Field.Option(
                        id, id.matches("\\d{1,18}") ? name(known, Long.parseLong(id), language) : id)));
    }

    private static String name(Schools known, long id, Language language) {
        return known.names(List.of(id), language).getOrDefault(id, Long.toString(id));
    }

    /** The account as the form describes it. @throws Problem INVALID where the name of a school finds none or several */
    static AccountResource.Input read(FormInput input, Optional<Schools> known, User keeper, Language language) {
        FormInput chosen = input;
        for (int i = 0; known.isPresent() && i < EMPTY_LINES; i++) {
            chosen = school(i, known.get(), keeper, language).chosen(chosen);
        }
        return chosen.as(AccountResource.Input.class, GrantFields::filled);
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

    /** What an account is allowed, in lines. @param schools names by id */
    static List<String> told(Account account, Map<Long, String> schools, NodeSettings settings, Words words) {
        Stream<String> lines = account.roles().stream().map(g -> RoleWords.of(g, schools, settings, words));
        return lines.toList();
    }
}
