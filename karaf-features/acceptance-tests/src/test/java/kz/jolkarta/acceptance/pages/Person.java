package kz.jolkarta.acceptance.pages;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import kz.jolkarta.acceptance.Node;
import kz.jolkarta.acceptance.access.Accounts;

/** Somebody who works with the pages of a node in a browser of their own. */
final class Person implements AutoCloseable {
    /** For a machine that does much besides. */
    private static final int PATIENCE_MILLIS = 120_000;

    /** A form that is refused comes again with the status of its refusal, which the browser notes. */
    private static final String FORM_CAME_AGAIN = "Failed to load resource:.* status of (400|409|412) .*";

    private final Node node;
    private final Says says;
    private final BrowserContext context;
    private final Page page;

    /** What the browser complained of: scripts that fail, styles that are refused, files that are missing. */
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());

    private Person(Node node, Browser browser, String language) {
        this.node = node;
        this.says = Says.in(language);
        context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(1366, 768)
                .setLocale(language)
                .setReducedMotion(ReducedMotion.REDUCE));
        context.addCookies(List.of(new Cookie("lang", language).setUrl(node.url())));
        page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.onConsoleMessage(m -> {
            if (m.type().equals("error") && !m.text().matches(FORM_CAME_AGAIN)) {
                complaints.add(m.text() + " at " + page.url());
            }
        });
        page.onPageError(e -> complaints.add(e + " at " + page.url()));
    }

    /** A new account with these roles, signed in through the page. @param language kk, ru or en; @param roles e.g. {@code coordinator@230000000} */
    static Person with(Node node, Browser browser, String language, String... roles) {
        Accounts.Secret secret = Accounts.secret(node, roles);
        Person person = new Person(node, browser, language);
        person.signIn(secret.login(), secret.password());
        return person;
    }

    /** Who is not signed in. @param language kk, ru or en */
    static Person anybody(Node node, Browser browser, String language) {
        return new Person(node, browser, language);
    }

    void signIn(String login, String password) {
        enter(login, password);
        page.waitForURL(url -> !url.contains("/login"));
    }

    /** Sends the form of the first page, whatever comes of it. */
    void enter(String login, String password) {
        open("/login");
        page.fill("[name=login]", login);
        page.fill("[name=password]", password);
        page.locator("main form button[type=submit]").first().click();
    }

    Page page() {
        return page;
    }

    /** Opens a page of the node. @return the HTTP status */
    int open(String path) {
        return page.navigate(node.url() + path).status();
    }

    /** The page as it is sent, without drawing it. */
    APIResponse fetch(String path) {
        return context.request().get(node.url() + path, RequestOptions.create().setTimeout(PATIENCE_MILLIS));
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    /** A text of the pages in the person's language. */
    String says(String key, Object... args) {
        return says.text(key, args);
    }

    /** Presses the button on which this text is written. */
    void press(String key, Object... args) {
        called(page.locator("main"), AriaRole.BUTTON, key, args).click();
        page.waitForLoadState();
    }

    /** Follows the link on which this text is written, until the whole page has come. */
    void follow(String key, Object... args) {
        called(page.locator("main"), AriaRole.LINK, key, args).click();
        page.waitForLoadState();
    }

    /** What has this role and this text as its name, within a part of the page. */
    Locator called(Locator within, AriaRole role, String key, Object... args) {
        return within.getByRole(
                role, new Locator.GetByRoleOptions().setName(says(key, args)).setExact(true));
    }

    /** Types into a field. @param name as it is sent */
    void fill(String name, String text) {
        sent(name).fill(text);
    }

    void choose(String name, String value) {
        sent(name).selectOption(value);
    }

    /** Filters and searches have fields of the same names, but are not sent by POST. */
    private Locator sent(String name) {
        return page.locator("main form[method=post] [name='" + name + "']").first();
    }

    /** The value that stands beside this name. */
    String fact(String key) {
        return page.locator(
                        "main dl > div",
                        new Page.LocatorOptions()
                                .setHas(page.locator("dt")
                                        .getByText(says(key), new Locator.GetByTextOptions().setExact(true))))
                .first()
                .locator("dd")
                .innerText()
                .strip();
    }

    /** Waits until the page says it. */
    void reads(String words) {
        page.locator("main")
                .filter(new Locator.FilterOptions().setHasText(words))
                .waitFor();
    }

    /** Fetches the file that the link with these letters leads to. */
    Path download(String link) {
        return page.waitForDownload(() -> page.locator("main")
                        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(link))
                        .first()
                        .click())
                .path();
    }

    /** The figure that is shown under this name. */
    Locator figure(String key) {
        Locator label = page.locator(".l").getByText(says(key), new Locator.GetByTextOptions().setExact(true));
        return page.locator(".kpi", new Page.LocatorOptions().setHas(label)).locator(".v");
    }

    /** The card with this id. */
    Locator card(String id) {
        return page.locator("main #" + id);
    }

    /** Waits for the page that says that something was done. */
    void done() {
        page.waitForURL(url -> url.contains("done="));
    }

    /** Waits for the sentence that says that something was done. */
    void told(String key) {
        page.locator("main [role=status]", new Page.LocatorOptions().setHasText(says(key)))
                .waitFor();
    }

    String heading() {
        return page.locator("h1").innerText();
    }

    String text() {
        return page.locator("main").innerText();
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** The same without pages that were refused on purpose. */
    List<String> faults() {
        return complaints().stream().filter(c -> !c.contains("status of 40")).toList();
    }

    @Override
    public void close() {
        context.close();
    }
}
