package kz.jolkarta.core.internal.access;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.AuditDetail;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.internal.node.NodeSettings;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Filters;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The audit trail on a page: who did what, newest first. */
@Path("audit")
@Component(service = Pages.class)
public final class AuditPages implements Pages {
    private static final String LIST = "/audit";
    private static final int ROWS = 50;
    /** Kinds whose records have a page of their own. */
    private static final Map<String, String> OPENED = Map.of(
            "child", "/children/",
            "account", "/accounts/",
            "organisation", "/organisations/",
            "staff", "/staff/",
            "road-map", "/road-maps/",
            "import", "/imports/");

    /** What the trail tells of. */
    private static final List<String> KINDS = List.of(
            "account",
            "activity",
            "alarm",
            "appointment",
            "attachment",
            "audit",
            "award",
            "backup",
            "budget",
            "caseload",
            "centre",
            "child",
            "child-transfer",
            "clash",
            "consent",
            "consent-template",
            "coordinator",
            "deliverable",
            "destruction-act",
            "destruction-due",
            "doubtful-row",
            "duplicate-pair",
            "duplicate-search",
            "endpoint",
            "entitlement",
            "health",
            "import",
            "index",
            "indicator",
            "job",
            "measure",
            "node-setting",
            "norms",
            "office-day",
            "organisation",
            "participation",
            "payment",
            "payment-run",
            "quota",
            "region-absence",
            "report",
            "report-target",
            "report-term",
            "road-map",
            "road-map-draft",
            "road-map-form",
            "road-map-print",
            "saved-view",
            "staff",
            "task",
            "territory",
            "token",
            "what-if");

    private final AuditSearch trail;
    private final NodeSettings settings;
    private final OfficeClock clock;
    private final Texts texts;

    @Activate
    public AuditPages(
            @Reference AuditSearch trail,
            @Reference NodeSettings settings,
            @Reference OfficeClock clock,
            @Reference Texts texts) {
        this.trail = trail;
        this.settings = settings;
        this.clock = clock;
        this.texts = texts;
    }

    @GET
    @Needs(Right.AUDIT_READ)
    public View list(@Context Caller caller, @Context Words words, @Context UriInfo asked) {
        Address address = Address.of(asked);
        List<Field> fields = address.filled(fields(words));
        Filters filters = Filters.of(
                        LIST,
                        words.text("page.accounts.show"),
                        Action.link(words.text("page.accounts.reset"), LIST),
                        fields)
                .active(address.active(fields));
        View view = View.of(words.text("page.audit.title")).lead(words.text("page.audit.lead"));
        try {
            Page<AuditStore.Stored> page = trail.list(caller.user(), query(address), address.value("after"), ROWS);
            return with(view, filters, table(page, address, words));
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.INVALID) {
                throw problem;
            }
            return with(view, filters, Block.Notice.of(Tone.LATE, words.text("page.audit.wrong-filter")));
        }
    }

    private static View with(View view, Block... blocks) {
        return new View(
                view.title(), view.lead(), view.up(), view.actions(), view.tabs(), List.of(blocks), 0, view.status());
    }

    private static List<Field> fields(Words words) {
        List<Field.Option> kinds = words.sorted(
                KINDS.stream().map(k -> new Field.Option(k, kind(k, words))).toList(), Field.Option::label);
        return List.of(
                Field.text("actor", words.text("page.audit.actor")),
                Field.choice(
                        "action",
                        words.text("page.audit.action"),
                        words.options(Audit.Action.class, "page.audit.action.")),
                Field.choice("kind", words.text("page.audit.kind"), kinds),
                Field.text("id", words.text("page.audit.id")),
                Field.date("from", words.text("page.audit.from")),
                Field.date("to", words.text("page.audit.to")));
    }

    private AuditStore.Query query(Address address) {
        return AuditDays.query(
                clock,
                address.value("kind"),
                address.value("id"),
                address.value("actor"),
                address.value("action"),
                address.value("from"),
                address.value("to"),
                address.value("sort"));
    }

    private Table table(Page<AuditStore.Stored> page, Address address, Words words) {
        return Table.of(
                        List.of(
                                address.sortable(Table.Column.of(words.text("page.audit.at")), "at"),
                                Table.Column.of(words.text("page.audit.actor")),
                                Table.Column.of(words.text("page.audit.action")),
                                Table.Column.of(words.text("page.audit.kind")),
                                Table.Column.of(words.text("page.audit.territory")),
                                Table.Column.of(words.text("page.audit.detail"))),
                        page.items().stream().map(e -> line(e, words)).toList())
                .caption(words.text("page.audit.title"))
                .exports(address.files("/api/audit"))
                .pages(address.previous(), address.next(page.next()))
                .empty(words.text("page.audit.none"), Action.link(words.text("page.accounts.reset"), LIST));
    }

    private Table.Line line(AuditStore.Stored entry, Words words) {
        String id = entry.object() == 0 ? "" : Long.toString(entry.object());
        String place = OPENED.getOrDefault(entry.kind(), "");
        Cell what = Cell.link(kind(entry.kind(), words), id, id.isEmpty() || place.isEmpty() ? "" : place + id);
        String territory = entry.territory() == null ? "" : entry.territory();
        return Table.Line.of(
                Cell.of(words.moment(entry.at())),
                entry.actor() == 0 ? Cell.of(entry.login()) : Cell.link(entry.login(), "/accounts/" + entry.actor()),
                Cell.of(words.text("page.audit.action." + Json.name(entry.action()))),
                what,
                Cell.of(settings.place(territory, words.language())),
                Cell.of(entry.detail() == null ? "" : AuditDetail.said(texts, words.language(), entry.detail())));
    }

    /** A kind without words of its own stands as it is in the trail. */
    private static String kind(String kind, Words words) {
        String key = "page.audit.kind." + kind;
        return words.has(key) ? words.text(key) : kind;
    }
}
