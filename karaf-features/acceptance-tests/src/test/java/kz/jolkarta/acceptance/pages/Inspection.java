package kz.jolkarta.acceptance.pages;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Looks at the page that stands open in both themes, as wide as a desk's screen and as a phone: whether it hurts a rule of accessibility (axe-core: WCAG 2.2 A
 * and AA, best practice), is wider than the window, or hides where the focus is. With {@code -Dscreenshots=<folder>} it leaves a picture of each.
 */
final class Inspection {
    private static final String AXE = axe();
    private static final String VIOLATIONS = """
            rules => axe.run(document, {resultTypes: ['violations'], runOnly: rules}).then(found =>
              found.violations.map(v => v.id + ' · ' + v.nodes.slice(0, 5).map(n => n.target.join(' ')).join(', ')))""";

    private static final List<String> EVERYTHING =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    /** What a theme can change. */
    private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");

    /** What depends on the language: that the page says its own, and that whatever is used or looked for has a name in it. */
    private static final List<String> NAMES = List.of(
            "html-has-lang",
            "html-lang-valid",
            "valid-lang",
            "document-title",
            "label",
            "button-name",
            "input-button-name",
            "link-name",
            "select-name",
            "summary-name",
            "aria-command-name",
            "aria-input-field-name",
            "aria-toggle-field-name",
            "aria-dialog-name",
            "image-alt",
            "empty-heading",
            "empty-table-header",
            "form-field-multiple-labels",
            "landmark-unique");

    /** What can have the focus without showing it: no ring at it, or at the label around it. */
    private static final String UNSEEN = """
            () => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')].filter(e => {
              e.focus({preventScroll: true, focusVisible: true});
              if (e !== document.activeElement) return false;
              const own = getComputedStyle(e);
              const shown = e.nextElementSibling?.matches('.filed') ? e.nextElementSibling : e.parentElement;
              const ring = own.opacity === '0' ? getComputedStyle(shown) : own;
              const box = e.getBoundingClientRect();
              return ring.outlineStyle === 'none' || parseFloat(ring.outlineWidth) < 3 || box.width < 5 || box.height < 5;
            }).slice(0, 5).map(e => e.outerHTML.slice(0, 120))""";

    /** What stands out of the main part is cut off there, so the window alone does not tell. */
    private static final String TOO_WIDE = """
            () => document.documentElement.scrollWidth > window.innerWidth
              || document.querySelector('main').scrollWidth > document.querySelector('main').clientWidth""";

    private static final List<Size> SIZES = List.of(new Size(1366, 768), new Size(390, 844));
    private static final Size NARROWEST = new Size(320, 640);
    private static final String PICTURES = System.getProperty("screenshots", "");

    private record Size(int width, int height) {}

    private Inspection() {}

    private static String axe() {
        try (InputStream script = Inspection.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Looks at all of it, what is folded included. @return what is wrong, each as name · theme · width · rule · first elements */
    static List<String> of(Page page, String name) {
        List<String> wrong = new ArrayList<>();
        page.evaluate("() => document.querySelectorAll('details').forEach(d => { d.open = true; })");
        // What is brought when it is opened has come.
        page.waitForFunction("() => !document.querySelector('details[hx-get] > .fold-b > a:only-child')");
        page.evaluate(AXE);
        for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
            for (Size size : SIZES) {
                page.setViewportSize(size.width(), size.height());
                String where = name + " · " + theme.name().toLowerCase(Locale.ROOT) + " · " + size.width();
                strings(page, VIOLATIONS, theme == ColorScheme.LIGHT ? EVERYTHING : COLOURS)
                        .forEach(v -> wrong.add(where + " · " + v));
                if (theme == ColorScheme.LIGHT) {
                    wrong.addAll(shape(page, where));
                }
                picture(page, where);
            }
        }
        page.setViewportSize(NARROWEST.width(), NARROWEST.height());
        wrong.addAll(shape(page, name + " · " + NARROWEST.width()));
        return wrong;
    }

    /** Asks only what depends on the language, once. @return what is wrong, each as name · rule · first elements */
    static List<String> ofNames(Page page, String name) {
        page.evaluate("() => document.querySelectorAll('details').forEach(d => { d.open = true; })");
        page.evaluate(AXE);
        return strings(page, VIOLATIONS, NAMES).stream()
                .map(v -> name + " · " + v)
                .toList();
    }

    /** What no theme changes. */
    private static List<String> shape(Page page, String where) {
        List<String> wrong = new ArrayList<>();
        strings(page, UNSEEN, List.of()).forEach(e -> wrong.add(where + " · focus not seen · " + e));
        if ((Boolean) page.evaluate(TOO_WIDE)) {
            wrong.add(where + " · wider than the window");
        }
        return wrong;
    }

    private static List<String> strings(Page page, String script, List<String> given) {
        return ((List<?>) page.evaluate(script, given))
                .stream().map(String::valueOf).toList();
    }

    private static void picture(Page page, String where) {
        if (!PICTURES.isEmpty()) {
            String file = where.replaceAll("[^A-Za-z0-9-]+", "_") + ".png";
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(PICTURES).resolve(file)));
        }
    }
}
