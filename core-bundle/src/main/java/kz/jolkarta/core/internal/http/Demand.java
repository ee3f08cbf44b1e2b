package kz.jolkarta.core.internal.http;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.http.Needs;

/** What an endpoint asks of whoever calls it. @param any one of them is enough; none where nothing is asked @param also each of them besides */
record Demand(Set<Right> any, Set<Right> also) {
    static final Demand NONE = new Demand(Set.of(), Set.of());

    static Demand of(Method method) {
        return Optional.ofNullable(method.getAnnotation(Needs.class))
                .map(needs -> new Demand(Set.of(needs.value()), Set.of(needs.also())))
                .orElse(NONE);
    }

    boolean met(User user) {
        return any.stream().anyMatch(user::has) && also.stream().allMatch(user::has);
    }

    /** Codes of roles that meet it. */
    List<String> roles() {
        return Role.with(any).stream()
                .filter(role -> role.rights().containsAll(also))
                .map(Role::code)
                .toList();
    }

    /** One of which is enough; those that are needed together have a plus between them. */
    List<String> names() {
        return names(Json::name);
    }

    /** The same as the audit trail says it. */
    String told() {
        return String.join("|", names(Right::name));
    }

    private List<String> names(Function<Right, String> name) {
        return any.stream()
                .map(right -> Stream.concat(Stream.of(right), also.stream().sorted())
                        .map(name)
                        .collect(Collectors.joining("+")))
                .sorted()
                .toList();
    }
}
