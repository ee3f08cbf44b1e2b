package kz.jolkarta.registry.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.jobs.Job;
import kz.jolkarta.core.jobs.Jobs;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.children.ChildRow;
import kz.jolkarta.registry.children.Children;
import kz.jolkarta.registry.records.Person;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A job over many children on a page: how far it is, what it did and left, and how to take it back. */
@Path("bulk-changes/{job}")
@Component(service = Pages.class)
public final class BulkJobPages implements Pages {
    static final String HERE = "/bulk-changes";
    private static final String PRINTS = "road-map-print";

    private final Jobs jobs;
    private final BulkChanges changes;
    private final Children children;

    @Activate
    public BulkJobPages(@Reference Jobs jobs, @Reference BulkChanges changes, @Reference Children children) {
        this.jobs = jobs;
        this.changes = changes;
        this.children = children;
    }

    @GET
    @Needs(Right.CHILDREN_READ)
    public View open(@Context Caller caller, @Context Words words, @PathParam("job") long id) {
        Job job = jobs.find(caller.user(), id).orElseThrow(Problem::notFound);
        List<Block> blocks = new ArrayList<>();
        if (!job.state().ended()) {
            blocks.add(new Block.Progress(
                    words.text("page.bulk." + code(job)),
                    job.done(),
                    job.total(),
                    words.text("page.bulk.running", words.number(job.done()), words.number(job.total())),
                    List.of(Action.go(words.text("page.bulk.stop"), "/jobs/" + id))));
            return view(words, job, blocks).refresh(2);
        }
        jobs.failure(job).ifPresent(why -> blocks.add(Block.Notice.of(Tone.LATE, words.text(why))));
        if (job.kind().equals(PRINTS)) {
            if (job.state() == Job.State.DONE) {
                blocks.add(Block.Buttons.of(
                        Action.download(words.text("page.bulk.prints.fetch"), "/api/road-map-prints/" + id + "/file")));
            }
        } else if (!job.result().isEmpty()) {
            blocks.addAll(result(caller, words, job));
        }
        return view(words, job, blocks);
    }

    private List<Block> result(Caller caller, Words words, Job job) {
        BulkRun.Told told = told(job.result());
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Tiles(List.of(
                tile(words, "page.bulk.changed", told.changed(), Tone.OK),
                tile(words, "page.bulk.refused", told.refused(), told.refused() == 0 ? Tone.NONE : Tone.RUN))));
        if (!told.left().isEmpty()) {
            Map<Long, String> why = new LinkedHashMap<>();
            told.left().forEach(left -> why.put(left.id(), String.join(" ", left.reasons())));
            blocks.add(refusals(caller, words, children, why));
        }
        if (changes.undoable(job.id())) {
            blocks.add(Block.Card.of(
                    words.text("page.bulk.undo"),
                    new Block.Paragraph(words.text("page.bulk.undo.will")),
                    Block.Buttons.of(Action.danger(words.text("page.bulk.undo"), HERE + "/" + job.id() + "/undo"))));
        }
        return blocks;
    }

    private static Block.Tile tile(Words words, String label, long number, Tone tone) {
        return new Block.Tile(words.text(label), words.number(number), "", "", tone, "users");
    }

    /** Whom an act left as they are, by name as far as the reader may see them, each with the reason. */
    static Block refusals(Caller caller, Words words, Children children, Map<Long, String> why) {
        Map<Long, String> names = new LinkedHashMap<>();
        for (ChildRow child : children.rows(caller, List.copyOf(why.keySet()))) {
            names.put(child.id(), name(child));
        }
        List<Table.Line> lines = why.entrySet().stream()
                .map(left -> Table.Line.of(
                        names.containsKey(left.getKey())
                                ? Cell.link(names.get(left.getKey()), Choices.LIST + "/" + left.getKey())
                                : Cell.of("№ " + left.getKey()),
                        Cell.of(left.getValue())))
                .toList();
        return Block.Card.of(
                words.text("page.bulk.refused"),
                Table.of(
                        List.of(
                                Table.Column.of(words.text("record.heading.name")),
                                Table.Column.of(words.text("record.heading.reason"))),
                        lines));
    }

    private static String name(ChildRow child) {
        return Person.name(
                Optional.ofNullable(child.surname()).orElse(""),
                child.givenName(),
                Optional.ofNullable(child.patronymic()).orElse(""));
    }

    private static BulkRun.Told told(String json) {
        try {
            return Json.mapper().readValue(json, BulkRun.Told.class);
        } catch (JsonProcessingException foreign) {
            throw Problem.notFound();
        }
    }

    /** Takes back what the job did, and names what stays because somebody has touched it since. */
    @POST
    @Path("undo")
    @Needs(Right.CHILDREN_READ)
    public View undo(@Context Caller caller, @Context Words words, @PathParam("job") long id, FormInput input) {
        Job job = jobs.find(caller.user(), id).orElseThrow(Problem::notFound);
        BulkChanges.Undone undone = changes.undo(caller.user(), id);
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Notice.of(Tone.OK, words.count("page.bulk.undone.", undone.undone())));
        if (!undone.kept().isEmpty()) {
            blocks.add(Block.Card.of(
                    words.text("page.bulk.kept"),
                    new Block.Rows(
                            undone.kept().stream()
                                    .map(kept -> Block.Row.of(
                                            "info-circle", Tone.RUN, "№ " + kept.id(), words.text(kept.reason()), ""))
                                    .toList(),
                            "")));
        }
        return view(words, job, blocks);
    }

    private static View view(Words words, Job job, List<Block> blocks) {
        return View.of(words.text("page.bulk." + code(job)), blocks)
                .up(words.text("page.children.title"), Choices.LIST);
    }

    private static String code(Job job) {
        return switch (job.kind()) {
            case "road-map-draft" -> "drafts";
            case "coordinator-assign" -> "coordinator";
            case PRINTS -> "prints";
            case "child-archive" -> "archive";
            default -> throw Problem.notFound();
        };
    }
}
