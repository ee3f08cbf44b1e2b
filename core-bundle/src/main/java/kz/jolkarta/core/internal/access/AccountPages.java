package kz.jolkarta.core.internal.access;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.internal.node.NodeSettings;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.LookUp;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The accounts of the own territories on pages: the list, a new one, one with its roles. */
@Path("accounts")
@Component(service = Pages.class)
public final class AccountPages implements Pages {
    static final String LIST = "/accounts";
    private static final FormInput NOTHING = FormInput.of(Map.of());

    private final Accounts accounts;
    private final NodeSettings settings;

    @Activate
    public AccountPages(@Reference Accounts accounts, @Reference NodeSettings settings) {
        this.accounts = accounts;
        this.settings = settings;
    }

    @GET
    @Needs(Right.ACCOUNTS_MANAGE)
    public View list(@Context Caller caller, @Context Words words, @Context UriInfo asked) {
        return new AccountList(accounts, settings, words).view(caller.user(), Address.of(asked));
    }

    @GET
    @Path("new")
    @Needs(Right.ACCOUNTS_MANAGE)
    public View fresh(@Context Caller caller, @Context Words words) {
        return fresh(words, form(caller, NOTHING, words));
    }

    private static View fresh(Words words, Form form) {
        return View.of(words.text("page.accounts.new"), form)
                .lead(words.text("page.accounts.new.lead"))
                .up(words.text("page.accounts.title"), LIST);
    }

    private Form form(Caller caller, FormInput sent, Words words) {
        List<Field> fields = new ArrayList<>(List.of(
                Field.text("login", words.text("page.login.login"))
                        .require()
                        .help(words.text("page.accounts.login.help")),
                Field.text("name", words.text("page.accounts.name")).require(),
                PasswordFields.language(words).value(Language.KK)));
        fields.addAll(lines(0, caller, sent, words));
        return Form.of(LIST, words.text("page.accounts.create"), fields).cancel(LIST);
    }

    @POST
    @Needs(Right.ACCOUNTS_MANAGE)
    public Response create(@Context Caller caller, @Context Words words, FormInput input) {
        return Answer.of(
                () -> {
                    AccountResource.Input wanted = read(caller, input);
                    Accounts.Created made =
                            accounts.create(caller.user(), wanted.login().orElse(""), wanted.draft());
                    return Response.ok(oneTime(made.account(), made.password(), words))
                            .build();
                },
                problem -> fresh(words, LookUp.told(form(caller, input, words).refused(input, problem, words))));
    }

    /** The password for the first sign-in, on the only page that ever shows it. */
    private static View oneTime(Account account, String password, Words words) {
        return View.of(
                        words.text("page.accounts.one-time"),
                        Block.Notice.of(Tone.RUN, words.text("page.accounts.one-time.once")),
                        Block.Card.of(
                                account.name(),
                                new Block.Facts(List.of(
                                        Block.Fact.of(words.text("page.login.login"), account.login()),
                                        Block.Fact.of(words.text("page.accounts.one-time"), password)))),
                        Block.Buttons.of(
                                Action.print(words.text("page.factor.codes.print")),
                                Action.primary(words.text("page.accounts.passed-on"), LIST + "/" + account.id())))
                .up(words.text("page.accounts.title"), LIST);
    }

    @GET
    @Path("{id}")
    @Needs(Right.ACCOUNTS_MANAGE)
    public View open(@Context Caller caller, @Context Words words, @PathParam("id") long id) {
        Account account = accounts.get(caller.user(), id);
        return view(account, words, form(account, caller, NOTHING, words), Optional.empty());
    }

    private View view(Account account, Words words, Form form, Optional<Problem> refusal) {
        List<Block> blocks = new ArrayList<>();
        refusal.ifPresent(p -> blocks.add(Block.Notice.of(Tone.LATE, words.text(p.message()))));
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(new Block.Fact(words.text("page.accounts.state"), Cell.badges(AccountList.badges(account, words))));
        account.lockedUntil()
                .ifPresent(until ->
                        facts.add(Block.Fact.of(words.text("page.accounts.locked-until"), words.moment(until))));
        blocks.add(Block.Card.of(account.login(), new Block.Facts(facts)));
        blocks.add(form);
        String own = LIST + "/" + account.id();
        List<Action> acts = new ArrayList<>();
        acts.add(Action.post(words.text("page.accounts.reset-password"), own + "/password"));
        if (account.secondFactor()) {
            acts.add(Action.danger(words.text("page.accounts.reset-factor"), own + "/second-factor"));
        }
        acts.add(
                account.active()
                        ? Action.danger(words.text("page.accounts.block"), own + "/block")
                                .with("active", false)
                        : Action.post(words.text("page.accounts.unblock"), own + "/block")
                                .with("active", true));
        blocks.add(Block.Card.of(
                words.text("page.accounts.acts"),
                new Block.Paragraph(words.text("page.accounts.acts.lead")),
                new Block.Buttons(acts)));
        return View.of(account.name(), blocks)
                .lead(account.login())
                .up(words.text("page.accounts.title"), LIST)
                .actions(Action.go(words.text("page.accounts.trail"), "/audit?kind=account&id=" + account.id()));
    }

    private AccountResource.Input read(Caller caller, FormInput input) {
        return GrantFields.read(input, accounts.places().schools(), caller.user(), caller.language());
    }

    private List<Field> lines(int held, Caller caller, FormInput sent, Words words) {
        return GrantFields.lines(
                held, caller.user(), settings, accounts.places().schools(), sent, words);
    }

    private Form form(Account account, Caller caller, FormInput sent, Words words) {
        List<Field> fields = new ArrayList<>(List.of(
                Field.hidden(FormInput.VERSION, account.version()),
                Field.text("name", words.text("page.accounts.name")).require().value(account.name()),
                PasswordFields.language(words).value(account.language())));
        if (!account.roles().isEmpty()) {
            fields.add(GrantFields.kept(
                    account, accounts.places().names(List.of(account), words.language()), settings, words));
        }
        fields.addAll(lines(account.roles().size(), caller, sent, words));
        return Form.of(LIST + "/" + account.id(), words.text("page.accounts.save"), fields);
    }

    @POST
    @Path("{id}")
    @Needs(Right.ACCOUNTS_MANAGE)
    public Response change(@Context Caller caller, @Context Words words, @PathParam("id") long id, FormInput input) {
        return told(
                () -> {
                    AccountDraft wanted = read(caller, input).draft();
                    Account now = accounts.get(caller.user(), id);
                    List<Account.Grant> roles = new ArrayList<>(GrantFields.kept(now, input));
                    roles.addAll(wanted.roles());
                    accounts.update(
                            caller.user(),
                            id,
                            input.version().orElse(0),
                            new AccountDraft(wanted.name(), now.active(), wanted.language(), roles));
                    return Answer.to(LIST + "/" + id, "page.accounts.saved");
                },
                problem -> {
                    Account account = accounts.get(caller.user(), id);
                    Form again = LookUp.told(form(account, caller, input, words).refused(input, problem, words));
                    return view(account, words, again, Optional.empty());
                });
    }

    @POST
    @Path("{id}/block")
    @Needs(Right.ACCOUNTS_MANAGE)
    public Response block(@Context Caller caller, @Context Words words, @PathParam("id") long id, FormInput input) {
        boolean active = input.flag("active");
        return told(
                () -> {
                    Account now = accounts.get(caller.user(), id);
                    accounts.update(
                            caller.user(),
                            id,
                            now.version(),
                            new AccountDraft(now.name(), active, now.language(), now.roles()));
                    return Answer.to(LIST + "/" + id, active ? "page.accounts.unblocked" : "page.accounts.blocked-now");
                },
                refused(caller, words, id));
    }

    @POST
    @Path("{id}/password")
    @Needs(Right.ACCOUNTS_MANAGE)
    public Response password(@Context Caller caller, @Context Words words, @PathParam("id") long id, FormInput input) {
        return told(
                () -> {
                    String password = accounts.resetPassword(caller.user(), id);
                    return Response.ok(oneTime(accounts.get(caller.user(), id), password, words))
                            .build();
                },
                refused(caller, words, id));
    }

    @POST
    @Path("{id}/second-factor")
    @Needs(Right.ACCOUNTS_MANAGE)
    public Response factor(@Context Caller caller, @Context Words words, @PathParam("id") long id, FormInput input) {
        return told(
                () -> {
                    accounts.resetFactor(caller.user(), id);
                    return Answer.to(LIST + "/" + id, "page.accounts.factor-reset");
                },
                refused(caller, words, id));
    }

    private java.util.function.Function<Problem, View> refused(Caller caller, Words words, long id) {
        return problem -> {
            Account account = accounts.get(caller.user(), id);
            return view(account, words, form(account, caller, NOTHING, words), Optional.of(problem));
        };
    }

    /** What is not allowed of this account is said on its page, beside what is. */
    private static Response told(
            java.util.function.Supplier<Response> act, java.util.function.Function<Problem, View> again) {
        try {
            return Answer.of(act, again);
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.FORBIDDEN || problem.refused().isPresent()) {
                throw problem;
            }
            View view = again.apply(problem).status(problem.kind().status());
            return Response.status(view.status()).entity(view).build();
        }
    }
}
