package kz.jolkarta.core.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.http.HealthCheck.State;
import kz.jolkarta.core.internal.pages.LocaleWording;
import kz.jolkarta.core.pages.Renderer;
import kz.jolkarta.core.testing.FixedClock;
import kz.jolkarta.core.testing.TestTexts;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

class StartCheckTest {
    private static final Renderer RENDERER = (view, frame, out) -> {};

    /** What only answers these methods, and any other with null. */
    private static <T> T answering(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> answers.get(method.getName())));
    }

    private static StartCheck check(String... bundles) {
        Bundle[] installed = List.of(bundles).stream()
                .map(name -> answering(Bundle.class, Map.of("getSymbolicName", name)))
                .toArray(Bundle[]::new);
        BundleContext context = answering(
                BundleContext.class,
                Map.of("getBundles", installed, "getServiceReference", answering(ServiceReference.class, Map.of())));
        return new StartCheck(
                context, answering(ServiceComponentRuntime.class, Map.of("getComponentDescriptionDTOs", List.of())));
    }

    private static Site site(Renderer renderer) {
        LocaleWording wording = new LocaleWording(TestTexts.ofClassPath(), FixedClock.at("2026-03-02"));
        return new Site(
                request -> Optional.empty(),
                (user, what) -> {},
                renderer,
                new Frames(wording, "1", language -> ""),
                new SitePlan(),
                TestTexts.ofClassPath());
    }

    @Test
    void aNodeWithPagesIsStartingUntilTheyAreServed() throws Exception {
        StartCheck check = check("kz.jolkarta.core-bundle", "kz.jolkarta.web-bundle");
        assertEquals(State.DOWN, check.check().state(), "there is no site yet");
        Site standIn = site(null);
        standIn.init(Exchange.config());
        check.bind(standIn);
        assertEquals(State.DOWN, check.check().state(), "something stands in for the pages");
        Site pages = site(RENDERER);
        check.bind(pages);
        check.unbind(standIn);
        assertEquals("starting", check.check().detail(), "they are not registered yet");
        pages.init(Exchange.config());
        assertEquals(State.UP, check.check().state());
        pages.destroy();
        assertEquals(State.WARNING, check.check().state(), "what was up once closes nothing");
    }

    @Test
    void aNodeWithoutPagesWaitsForNone() {
        assertEquals(State.UP, check("kz.jolkarta.core-bundle").check().state());
    }
}
