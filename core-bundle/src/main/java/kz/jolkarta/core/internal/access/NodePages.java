package kz.jolkarta.core.internal.access;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.internal.node.NodeSettings;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Badge;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What this node is, and whether wide roles need a second step to sign in. */
@Path("accounts/node")
@Component(service = Pages.class)
public final class NodePages implements Pages {
    static final String HERE = "/accounts/node";

    private static final int CHANGES = 20;

    private final NodeSettings settings;
    private final AuditSearch trail;

    @Activate
    public NodePages(@Reference NodeSettings settings, @Reference AuditSearch trail) {
        this.settings = settings;
        this.trail = trail;
    }

    @GET
    @Needs(Right.ACCOUNTS_MANAGE)
    public View page(@Context Caller caller, @Context Words words) {
        return view(caller, words, form(words));
    }

    /** Who changed it and when, for who reads the trail of the country. */
    private Block history(Caller caller, Words words) {
        List<Block.Event> events = !caller.user().has(Right.AUDIT_READ)
                ? List.of()
                : trail.list(caller.user(), AuditStore.Query.of("node-setting"), "", CHANGES).items().stream()
                        .map(e -> new Block.Event(
                                words.moment(e.at()),
                                e.login(),
                                words.text("page.audit.action." + Json.name(e.action())),
                                e.detail()))
                        .toList();
        return Block.Card.of(
                words.text("page.settings.history"), new Block.History(events, words.text("page.settings.unchanged")));
    }

    private View view(Caller caller, Words words, Form form) {
        boolean required = settings.factorForWideRoles();
        Action act = required
                ? Action.danger(words.text("page.node.factor.drop"), HERE + "/second-factor")
                        .with("required", false)
                : Action.post(words.text("page.node.factor.require"), HERE + "/second-factor")
                        .with("required", true);
        Badge badge = required
                ? Badge.of(words.text("page.node.factor.on"), Tone.OK)
                : Badge.of(words.text("page.node.factor.off"), Tone.NONE);
        return View.of(
                        words.text("page.node.title"),
                        Block.Card.of(words.text("page.node.what"), form),
                        Block.Card.of(
                                        words.text("page.factor.title"),
                                        new Block.Paragraph(words.text("page.node.factor.lead")),
                                        Block.Buttons.of(act))
                                .badge(badge),
                        history(caller, words))
                .up(words.text("page.accounts.title"), "/accounts");
    }

    private Form form(Words words) {
        return Form.of(HERE, words.text("page.accounts.save"), NodeFields.of(settings, words));
    }

    @POST
    @Needs(Right.ACCOUNTS_MANAGE)
    public Response name(@Context Caller caller, @Context Words words, FormInput input) {
        return Answer.of(
                () -> {
                    settings.name(caller.user(), input.first("node"), input.first("region"));
                    return Answer.to(HERE, "page.accounts.saved");
                },
                problem -> view(caller, words, form(words).refused(input, problem, words)));
    }

    @POST
    @Path("second-factor")
    @Needs(Right.ACCOUNTS_MANAGE)
    public Response factor(@Context Caller caller, FormInput input) {
        boolean required = input.flag("required");
        settings.factorForWideRoles(caller.user(), required);
        return Answer.to(HERE, required ? "page.node.factor.required" : "page.node.factor.dropped");
    }
}
