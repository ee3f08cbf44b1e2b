package kz.jolkarta.core.internal.http;

import jakarta.servlet.ServletException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.internal.pages.LocaleWording;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Renderer;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.core.time.OfficeClock;

/** The node's root with the given pages; a page is written as its data. */
public final class TestSite {
    public static final String FORM = "application/x-www-form-urlencoded";
    private final Site site;

    public TestSite(Authentication authentication, OfficeClock clock, Function<Language, String> node, Pages... pages)
            throws ServletException {
        Renderer renderer = (view, frame, out) -> out.write((view + " login=" + frame.login() + " node=" + frame.node()
                        + " done=" + frame.done() + " csrf=" + frame.csrf())
                .getBytes(StandardCharsets.UTF_8));
        Frames frames = new Frames(new LocaleWording(TestTexts.ofClassPath(), clock), "1", node);
        site = new Site(authentication, (user, what) -> {}, renderer, frames, new SitePlan(), TestTexts.ofClassPath());
        site.init(Exchange.config());
        for (Pages each : pages) {
            site.add(each, 1);
        }
    }

    public Exchange send(Exchange exchange) {
        return exchange.with(site);
    }
}
