package kz.jolkarta.core.internal.measure;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.internal.profile.KarContents;
import kz.jolkarta.core.internal.profile.KarDesk;
import kz.jolkarta.core.internal.profile.Kars;
import kz.jolkarta.core.internal.profile.PlugWork;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A measure from a file of its own: brought, shown in full, confirmed, and removed again. For who runs the whole node. */
@Path("plugs/files")
@Component(service = Pages.class)
public final class KarPages implements Pages {
    static final String HERE = "/plugs/files";
    private static final String DONE = "/measures";
    private static final String FILE = "file";
    private static final String CONFIRMED = "confirmed";

    private final KarDesk desk;
    private final PlugWork work;

    @Activate
    public KarPages(@Reference KarDesk desk, @Reference PlugWork work) {
        this.desk = desk;
        this.work = work;
    }

    @GET
    @Needs(Right.MEASURES_MANAGE)
    public View files(@Context Caller caller, @Context Words words) {
        work.requireNode(caller.user());
        return files(words, choose(words));
    }

    private View files(Words words, Form choose) {
        List<Block.Row> rows = desk.installed().stream().map(k -> row(words, k)).toList();
        return View.of(
                        words.text("page.plugs.file.title"),
                        Block.Card.of(
                                words.text("page.plugs.file.choose"),
                                new Block.Paragraph(words.text("page.plugs.file.what")),
                                choose),
                        Block.Card.of(
                                words.text("page.plugs.file.installed"),
                                new Block.Rows(rows, words.text("page.plugs.file.none"))))
                .lead(words.text("page.plugs.file.lead"))
                .up(words.text("page.measures.title"), DONE);
    }

    private static Block.Row row(Words words, Kars.Installed kar) {
        return Block.Row.of("file-import", Tone.OK, kar.name(), String.join(", ", kar.features()), "")
                .actions(Action.go(words.text("page.measures.remove"), removal(kar.name())));
    }

    private static String removal(String name) {
        return HERE + "/" + name + "/removal";
    }

    private static Form choose(Words words) {
        return Form.of(
                        HERE,
                        words.text("page.plugs.file.show"),
                        List.of(Field.file(FILE, words.text("page.plugs.file.field"))
                                .require()
                                .help(words.text("page.plugs.file.help"))))
                .cancel(DONE);
    }

    /** Takes the file and shows what it would do; nothing of it runs. */
    @POST
    @Needs(Right.MEASURES_MANAGE)
    public Response take(@Context Caller caller, @Context Words words, FormInput input) {
        work.requireNode(caller.user());
        return Answer.of(
                () -> Answer.to(HERE + "/" + taken(input).sha256()),
                problem -> files(words, choose(words).refused(input, problem, words)));
    }

    private KarContents taken(FormInput input) {
        FormInput.Upload upload = input.upload(FILE).orElseThrow(() -> Problem.field(FILE, "page.plugs.file.missing"));
        try {
            return desk.take(upload);
        } catch (Problem refused) {
            boolean file = refused.fields().isEmpty() && refused.message().key().startsWith("kar.");
            throw file
                    ? Problem.field(
                            FILE,
                            refused.message().key(),
                            refused.message().args().toArray())
                    : refused;
        }
    }

    @GET
    @Path("{sha256}")
    @Needs(Right.MEASURES_MANAGE)
    public View preview(@Context Caller caller, @Context Words words, @PathParam("sha256") String sha256) {
        work.requireNode(caller.user());
        return preview(words, desk.offered(sha256), confirm(words, sha256));
    }

    private static Form confirm(Words words, String sha256) {
        return Form.of(
                        HERE + "/" + sha256,
                        words.text("page.plugs.submit.install"),
                        List.of(Field.flag(CONFIRMED, words.text("page.plugs.file.confirm"))
                                .require()))
                .cancel(HERE);
    }

    private static View preview(Words words, KarContents kar, Form confirm) {
        List<Table.Line> files = kar.files().stream()
                .map(f -> Table.Line.of(Cell.of(f.path()), Cell.number(words.number(f.bytes())), Cell.of(f.sha256())))
                .toList();
        List<Table.Column> columns = List.of(
                Table.Column.of(words.text("page.plugs.file.path")),
                Table.Column.number(words.text("page.plugs.file.bytes")),
                Table.Column.of("SHA-256"));
        return View.of(
                        words.text("page.plugs.title.install.file", kar.name()),
                        Block.Card.of(
                                words.text("page.plugs.does"),
                                new Block.Facts(List.of(
                                        Block.Fact.of(
                                                words.text("page.plugs.feature"), String.join(", ", kar.features())),
                                        Block.Fact.of(
                                                words.text("page.plugs.bundles.install"),
                                                words.number(kar.bundles().size()) + ": "
                                                        + String.join(", ", kar.bundles())),
                                        Block.Fact.of(words.text("page.plugs.refreshed"), words.number(0)),
                                        Block.Fact.of(words.text("page.plugs.tables"), words.number(kar.tables())),
                                        Block.Fact.of(words.text("page.plugs.file.sha256"), kar.sha256()),
                                        Block.Fact.of(
                                                words.text("page.plugs.file.signer"),
                                                kar.signer().isEmpty()
                                                        ? words.text("page.plugs.file.unsigned")
                                                        : words.text("page.plugs.file.signed", kar.signer()))))),
                        Block.Card.of(
                                words.text("page.plugs.file.contents"),
                                Table.of(columns, files)
                                        .caption(words.text("page.plugs.file.contents"))
                                        .scrolls()),
                        new Block.Notice(
                                Tone.LATE,
                                words.text("page.plugs.file.runs"),
                                words.text("page.plugs.file.runs-what"),
                                List.of()),
                        Block.Notice.of(Tone.OK, words.text("page.plugs.keeps.install.measure")),
                        confirm)
                .up(words.text("page.plugs.file.title"), HERE);
    }

    @POST
    @Path("{sha256}")
    @Needs(Right.MEASURES_MANAGE)
    public Response install(
            @Context Caller caller, @Context Words words, @PathParam("sha256") String sha256, FormInput input) {
        work.requireNode(caller.user());
        KarContents kar = desk.offered(sha256);
        return Answer.of(
                () -> {
                    if (!input.flag(CONFIRMED)) {
                        throw Problem.field(CONFIRMED, "page.plugs.file.unconfirmed");
                    }
                    work.start(caller.user(), kar.name(), true, () -> desk.install(sha256));
                    return Answer.to(DONE);
                },
                problem -> preview(words, kar, confirm(words, sha256).refused(input, problem, words)));
    }

    @GET
    @Path("{name}/removal")
    @Needs(Right.MEASURES_MANAGE)
    public View askRemoval(@Context Caller caller, @Context Words words, @PathParam("name") String name) {
        work.requireNode(caller.user());
        return removal(words, installed(name), "");
    }

    private Kars.Installed installed(String name) {
        return desk.installed().stream()
                .filter(k -> k.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND, "kar.unknown", name));
    }

    private static View removal(Words words, Kars.Installed kar, String refusal) {
        List<Block> blocks = new ArrayList<>();
        if (!refusal.isEmpty()) {
            blocks.add(Block.Notice.of(Tone.LATE, refusal));
        }
        blocks.add(Block.Card.of(
                words.text("page.plugs.does"),
                new Block.Facts(List.of(
                        Block.Fact.of(words.text("page.plugs.file.removes"), String.join(", ", kar.features())),
                        Block.Fact.of(words.text("page.plugs.refreshed"), words.number(0))))));
        blocks.add(Block.Notice.of(Tone.RUN, words.text("page.plugs.keeps.remove.measure")));
        blocks.add(Form.of(removal(kar.name()), words.text("page.plugs.submit.remove"), List.of())
                .takesAway()
                .cancel(HERE));
        return View.of(words.text("page.plugs.title.remove.file", kar.name()), blocks)
                .up(words.text("page.plugs.file.title"), HERE);
    }

    @POST
    @Path("{name}/removal")
    @Needs(Right.MEASURES_MANAGE)
    public Response remove(
            @Context Caller caller, @Context Words words, @PathParam("name") String name, FormInput input) {
        work.requireNode(caller.user());
        Kars.Installed kar = installed(name);
        return Answer.of(
                () -> {
                    work.start(caller.user(), name, false, () -> desk.remove(name));
                    return Answer.to(DONE);
                },
                problem -> removal(words, kar, words.text(problem.message())));
    }
}
