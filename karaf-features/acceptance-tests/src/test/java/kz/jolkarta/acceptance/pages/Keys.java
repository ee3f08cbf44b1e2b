package kz.jolkarta.acceptance.pages;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.regex.Pattern;

/** The hands of somebody who has a keyboard alone. Wherever the focus comes it has to be in sight and marked. */
final class Keys {
    /** A page with a whole menu and a form has fewer places. */
    private static final int MOST = 250;
    /** "" when the focus is where everybody sees it, else what is wrong; "nowhere" is the page itself. */
    private static final String SEEN = """
            () => {
              const e = document.activeElement;
              if (!e || e === document.body || e === document.documentElement) return 'nowhere';
              const name = e.tagName + '#' + e.id + '.' + e.className + ' ' + (e.innerText || e.name || '').slice(0, 40);
              const around = [e, e.closest('label'), e.parentElement].filter(Boolean);
              const box = around.map((a) => a.getBoundingClientRect()).find((b) => b.width > 1 && b.height > 1);
              if (!box || box.bottom <= 0 || box.right <= 0 || box.top >= innerHeight || box.left >= innerWidth)
                return 'out of sight: ' + name;
              const marked = around.some((a) => {
                const s = getComputedStyle(a);
                return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2 || s.boxShadow !== 'none' && a === e;
              });
              return marked ? '' : 'not marked: ' + name;
            }""";

    private static final Pattern WRONG = Pattern.compile("(not marked|out of sight).*");

    private final Page page;
    private FilePayload chosen;

    Keys(Page page) {
        this.page = page;
        page.onFileChooser(chooser -> chooser.setFiles(chosen));
    }

    /** Where the focus is seen; a page that has just come may have it nowhere yet. */
    private void look() {
        String wrong = (String) page.evaluate(SEEN);
        if (WRONG.matcher(wrong).matches()) {
            throw new AssertionError(wrong + " at " + page.url());
        }
    }

    /** The focus has to be somewhere, and seen. */
    void kept() {
        look();
        if (page.evaluate(SEEN).equals("nowhere")) {
            throw new AssertionError("the focus is lost at " + page.url());
        }
    }

    private boolean at(String selector) {
        return (boolean) page.evaluate("s => document.activeElement?.matches(s) ?? false", selector);
    }

    /** Goes on with Tab to the next place that fits. @param selector in CSS */
    Keys to(String selector) {
        for (int i = 0; i < MOST; i++) {
            press("Tab");
            if (at(selector)) {
                return this;
            }
        }
        throw new AssertionError("Tab never comes to " + selector + " at " + page.url());
    }

    /** Goes back with Shift and Tab. */
    Keys back(String selector) {
        for (int i = 0; i < MOST; i++) {
            press("Shift+Tab");
            if (at(selector)) {
                return this;
            }
        }
        throw new AssertionError("Shift+Tab never comes to " + selector + " at " + page.url());
    }

    Keys press(String key) {
        page.keyboard().press(key);
        look();
        return this;
    }

    Keys type(String text) {
        page.keyboard().type(text);
        look();
        return this;
    }

    /** Enter, and the page that follows. @param url pattern of its address */
    Keys enter(String url) {
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(url));
        page.waitForLoadState();
        return this;
    }

    /** Opens the chooser of files with a key and takes one. */
    Keys choose(FilePayload file) {
        chosen = file;
        press("Enter");
        page.waitForFunction("() => document.activeElement.files.length === 1");
        look();
        return this;
    }
}
