package kz.jolkarta.registry;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.util.Map;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.internal.pages.LocaleWording;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.core.time.OfficeClock;
import kz.jolkarta.registry.records.RecordWorld;
import org.glassfish.jersey.internal.util.collection.MultivaluedStringMap;

/** What the tests of pages share: readers, words, addresses. */
public final class PageWorld {
    public final Words words;

    public PageWorld(RecordWorld world) {
        this(world.clock);
    }

    public PageWorld(OfficeClock clock) {
        words = new LocaleWording(TestTexts.ofClassPath(), clock).in(Language.EN);
    }

    public static Caller reader(User user) {
        return new Caller(user, Language.EN);
    }

    /** The address of a page, with the parameters given in turn as name and value. */
    public static UriInfo address(String path, String... parameters) {
        MultivaluedMap<String, String> query = new MultivaluedStringMap();
        for (int i = 0; i < parameters.length; i += 2) {
            query.add(parameters[i], parameters[i + 1]);
        }
        return (UriInfo) Proxy.newProxyInstance(
                PageWorld.class.getClassLoader(),
                new Class<?>[] {UriInfo.class},
                (proxy, method, args) -> method.getName().equals("getPath") ? path : query);
    }

    public static FormInput form(String... fields) {
        Map<String, String> values = new java.util.LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            values.put(fields[i], fields[i + 1]);
        }
        return FormInput.of(values);
    }

    /** The form of a list's bulk act, with the rows that are ticked. */
    public static FormInput chosen(String name, String value, Long... ids) {
        Map<String, java.util.List<String>> values = new java.util.LinkedHashMap<>();
        values.put(name, java.util.List.of(value));
        values.put("id", java.util.stream.Stream.of(ids).map(String::valueOf).toList());
        return new FormInput(values, Map.of());
    }
}
