package kz.jolkarta.core.internal.access;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.files.ListFile;
import kz.jolkarta.core.files.Sheets;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.internal.node.NodeSettings;
import kz.jolkarta.core.pages.Wording;
import kz.jolkarta.core.pages.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The accounts of the own territories as a file. */
@Path("accounts.{format: xlsx|csv}")
@Component(service = ApiResource.class)
public final class AccountExport implements ApiResource {
    private final Accounts accounts;
    private final NodeSettings settings;
    private final Sheets sheets;
    private final Wording wording;

    @Activate
    public AccountExport(
            @Reference Accounts accounts,
            @Reference NodeSettings settings,
            @Reference Sheets sheets,
            @Reference Wording wording) {
        this.accounts = accounts;
        this.settings = settings;
        this.sheets = sheets;
        this.wording = wording;
    }

    @GET
    @Needs(Right.ACCOUNTS_MANAGE)
    public Response file(
            @Context Caller caller,
            @PathParam("format") Sheets.Format format,
            @QueryParam("q") String q,
            @QueryParam("role") String role,
            @QueryParam("state") String state,
            @QueryParam("sort") String sort) {
        Words words = wording.of(caller);
        List<String> headings = Stream.of(
                        "page.login.login",
                        "page.accounts.name",
                        "page.accounts.roles",
                        "page.accounts.state",
                        "page.accounts.second-factor")
                .map(words::text)
                .toList();
        Consumer<Consumer<List<Account>>> pages =
                accounts.export(caller.user(), AccountFilter.of(q, role, state, sort));
        return ListFile.of(
                sheets,
                format,
                "accounts",
                headings,
                row -> pages.accept(page -> {
                    Map<Long, String> schools = accounts.places().names(page, words.language());
                    page.forEach(account -> row.accept(cells(account, schools, words)));
                }));
    }

    private List<?> cells(Account account, Map<Long, String> schools, Words words) {
        return Arrays.asList(
                account.login(),
                account.name(),
                String.join("; ", GrantFields.told(account, schools, settings, words)),
                words.text(account.active() ? "page.accounts.active" : "page.accounts.blocked"),
                account.secondFactor() ? words.text("page.accounts.second-factor") : null);
    }
}
