package kz.jolkarta.registry.coordinators;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.children.ChildTabs;
import kz.jolkarta.registry.records.Person;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who answers for a child, on a page: one of those who are appointed to a cabinet that covers it. */
@Path("children/{child: \\d+}/coordinator")
@Component(service = Pages.class)
public final class CoordinatorPages implements Pages {
    private final Coordinators coordinators;

    @Activate
    public CoordinatorPages(@Reference Coordinators coordinators) {
        this.coordinators = coordinators;
    }

    @GET
    @Needs(Right.CHILDREN_WRITE)
    public View open(@Context Caller caller, @Context Words words, @PathParam("child") long child) {
        return view(caller, words, child, Function.identity());
    }

    private View view(Caller caller, Words words, long child, Function<Form, Form> change) {
        Coordinators.Versioned found = coordinators.of(caller.user(), child);
        List<Person> answering = coordinators.answering(caller.user(), child);
        List<Field.Option> options = words.sorted(answering, Person::name).stream()
                .map(p -> new Field.Option(String.valueOf(p.id()), p.name()))
                .toList();
        ChildCoordinator now = found.coordinator();
        Form form = Form.of(
                        ChildTabs.page(child, "coordinator"),
                        words.text("page.child.coordinator.submit"),
                        List.of(
                                Field.choice("staffId", words.text("copy.column.coordinator"), options)
                                        .value(now.staffId())
                                        .help(words.text("page.child.coordinator.help")),
                                Field.hidden(FormInput.VERSION, found.version())))
                .cancel(ChildTabs.page(child, ChildTabs.WHOLE));
        return View.of(words.text("page.child.coordinator.title"), change.apply(form))
                .lead(now.name() == null ? words.text("page.child.coordinator.none") : now.name())
                .up(words.text("page.child.back"), ChildTabs.page(child, ChildTabs.WHOLE));
    }

    @POST
    @Needs(Right.CHILDREN_WRITE)
    public Response name(
            @Context Caller caller, @Context Words words, @PathParam("child") long child, FormInput input) {
        return Answer.of(
                () -> {
                    coordinators.name(
                            caller.user(), child, input.version().orElse(0), input.as(ChildCoordinator.Input.class));
                    return Answer.to(ChildTabs.page(child, ChildTabs.WHOLE) + "#team", "page.child.coordinator.named");
                },
                problem -> view(caller, words, child, form -> form.refused(input, problem, words)));
    }
}
