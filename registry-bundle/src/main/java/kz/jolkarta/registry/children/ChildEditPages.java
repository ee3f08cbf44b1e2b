package kz.jolkarta.registry.children;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.records.Person;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A child's own data in a form. */
@Path("children/{id}/edit")
@Component(service = Pages.class)
public final class ChildEditPages implements Pages {
    private final Children children;
    private final ChildForm form;

    @Activate
    public ChildEditPages(@Reference Children children, @Reference ChildForm form) {
        this.children = children;
        this.form = form;
    }

    @GET
    @Needs(Right.CHILDREN_WRITE)
    public View open(@Context Caller caller, @Context Words words, @PathParam("id") long id) {
        Child child = children.open(caller, id);
        return view(words, child, form(caller, words, child, new FormInput(Map.of(), Map.of())), List.of());
    }

    @POST
    @Needs(Right.CHILDREN_WRITE)
    public Response change(@Context Caller caller, @Context Words words, @PathParam("id") long id, FormInput input) {
        return Answer.of(
                () -> {
                    int version =
                            input.version().orElseThrow(() -> Problem.field(FormInput.VERSION, "record.required"));
                    Child changed = children.change(caller, id, version, form.child(caller, input));
                    String done = changed.warnings().isEmpty() ? "page.children.changed" : "page.children.changed-look";
                    return Answer.to(here(id), done);
                },
                problem -> {
                    Child child = children.open(caller, id);
                    Form again = form(caller, words, child, input).refused(input, problem, words);
                    return view(words, child, again, ChildNewPages.known(words, problem));
                });
    }

    private Form form(Caller caller, Words words, Child child, FormInput input) {
        List<Field> fields = new ArrayList<>(form.fields(caller, words, input, child));
        fields.add(Field.hidden("state", child.state()));
        if (child.leftOn() != null) {
            fields.add(Field.hidden("leftOn", child.leftOn()));
        }
        fields.add(Field.hidden(FormInput.VERSION, child.version()));
        return Form.of(here(child.id()) + "/edit", words.text("page.children.save"), fields)
                .cancel(here(child.id()));
    }

    private static View view(Words words, Child child, Form form, List<Block> above) {
        ChildData data = child.data();
        String name = Person.name(
                data.surname() == null ? "" : data.surname(),
                data.givenName(),
                data.patronymic() == null ? "" : data.patronymic());
        List<Block> blocks = new ArrayList<>(above);
        blocks.add(form);
        return View.of(words.text("page.children.edit", name), blocks)
                .lead(words.text("page.children.edit.lead"))
                .up(name, here(child.id()));
    }

    private static String here(long id) {
        return ChildPages.LIST + "/" + id;
    }
}
