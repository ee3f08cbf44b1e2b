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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import kz.jolkarta.acceptance.Node;
import kz.jolkarta.acceptance.access.Accounts;

/** Somebody who works with the pages of a node in a browser of their own. */
final class Person implements AutoCloseable {
    /** For a machine that does much besides. */
    private static final int PATIENCE_MILLIS = 120_000;

    private final Node node;
    private final BrowserContext context;
    private final Page page;

    /** What the browser complained of: scripts that fail, styles that are refused, files that are missing. */
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());

    private Person(Node node, Browser browser, String language) {
        this.node = node;
        context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(1366, 768)
                .setLocale(language)
                .setReducedMotion(ReducedMotion.REDUCE));
        context.addCookies(List.of(new Cookie("lang", language).setUrl(node.url())));
        page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.onConsoleMessage(m -> {
            if (m.type().equals("error")) {
                complaints.add(m.text() + " at " + page.url());
            }
        });
        page.onPageError(e -> complaints.add(e + " at " + page.url()));
    }

    /** Who is not signed in. @param language kk, ru or en */
    static Person anybody(Node node, Browser browser, String language) {
        return new Person(node, browser, language);
    }

    /** A new account with these roles, signed in through the page. @param language kk, ru or en; @param roles e.g. {@code coordinator@230000000} */
    static Person with(Node node, Browser browser, String language, String... roles) {
        Accounts.Secret secret = Accounts.secret(node, roles);
        Person person = new Person(node, browser, language);
        person.signIn(secret.login(), secret.password());
        return person;
    }

    void signIn(String login, String password) {
        open("/login");
        page.fill("[name=login]", login);
        page.fill("[name=password]", password);
        page.locator("main form button[type=submit]").first().click();
        page.waitForURL(url -> !url.contains("/login"));
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

    String heading() {
        return page.locator("h1").innerText();
    }

    String text() {
        return page.locator("main").innerText();
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        context.close();
    }
}
