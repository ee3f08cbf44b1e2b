package kz.jolkarta.registry.activities;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Filters;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether a certificate that somebody shows was given, and for what. */
@Path("certificates")
@Component(service = Pages.class)
public final class CertificatePages implements Pages {
    private static final String HERE = "/certificates";

    private final Activities activities;

    @Activate
    public CertificatePages(@Reference Activities activities) {
        this.activities = activities;
    }

    @GET
    @Needs(Right.RECORDS_READ)
    public View find(@Context Caller caller, @Context Words words, @Context UriInfo asked) {
        Address address = Address.of(asked);
        String number = address.value("number").strip();
        List<Field> fields = address.filled(List.of(Field.text("number", words.text("page.certificates.number"))));
        List<Block> blocks = new ArrayList<>();
        blocks.add(Filters.of(
                HERE, words.text("page.certificates.find"), Action.link(words.text("page.list.reset"), HERE), fields));
        if (!number.isEmpty()) {
            blocks.add(found(caller, words, number));
        }
        return View.of(words.text("page.certificates.title"), blocks).lead(words.text("page.certificates.lead"));
    }

    private Block found(Caller caller, Words words, String number) {
        try {
            return card(words, activities.certificate(caller.user(), number));
        } catch (Problem unknown) {
            if (unknown.kind() != Problem.Kind.NOT_FOUND) {
                throw unknown;
            }
            return Block.Notice.of(Tone.LATE, words.text("page.certificates.unknown", number));
        }
    }

    private static Block card(Words words, Certificate found) {
        List<Block.Fact> facts = new ArrayList<>();
        if (found.name() != null) {
            facts.add(Block.Fact.of(words.text("record.heading.name"), found.name()));
        }
        facts.add(new Block.Fact(
                words.text("record.heading.title"),
                Cell.link(found.title(), ActivityLook.of(found.measure(), found.activityId()))));
        facts.add(Block.Fact.of(
                words.text("record.heading.type"), ActivityLook.type(words, found.measure(), found.type())));
        facts.add(Block.Fact.of(words.text("record.heading.starts"), words.date(found.starts())));
        facts.add(Block.Fact.of(words.text("record.heading.ends"), words.date(found.ends())));
        if (found.hours() != null) {
            facts.add(Block.Fact.of(words.text("record.heading.hours"), words.number(found.hours())));
        }
        return Block.Card.of(found.number(), new Block.Facts(facts));
    }
}
