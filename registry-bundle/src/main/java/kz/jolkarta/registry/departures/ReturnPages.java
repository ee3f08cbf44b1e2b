package kz.jolkarta.registry.departures;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.LookUp;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.registry.OrganisationKind;
import kz.jolkarta.registry.children.ChildTabs;
import kz.jolkarta.registry.organisations.OrganisationChoice;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The return of a child that left, on a page. */
@Path("children/{child: \\d+}/return")
@Component(service = Pages.class)
public final class ReturnPages implements Pages {
    private static final String SCHOOL = "schoolId";

    private final Departures departures;
    private final OrganisationChoice organisations;

    @Activate
    public ReturnPages(@Reference Departures departures, @Reference OrganisationChoice organisations) {
        this.departures = departures;
        this.organisations = organisations;
    }

    private LookUp school(Caller caller) {
        return organisations.of(caller, SCHOOL, Optional.of(OrganisationKind.SCHOOL));
    }

    @GET
    @Needs(Right.CHILDREN_WRITE)
    public View open(@Context Caller caller, @Context Words words, @PathParam("child") long child) {
        return view(words, child, form(caller, words, child, new FormInput(Map.of(), Map.of())));
    }

    private static View view(Words words, long child, Form form) {
        return View.of(words.text("page.child.return"), form)
                .lead(words.text("page.child.return.lead"))
                .up(words.text("page.child.back"), ChildTabs.page(child, ChildTabs.WHOLE));
    }

    private Form form(Caller caller, Words words, long child, FormInput input) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.date("onDay", words.text("page.child.return.day")).require());
        fields.addAll(school(caller)
                .fields(words.text("record.heading.school"), words.text("page.child.look-up"), input, ""));
        fields.add(Field.number("grade", words.text("record.heading.grade")));
        fields.add(Field.text("gradeLetter", words.text("copy.column.grade-letter")));
        fields.add(Field.hidden(FormInput.VERSION, departures.of(caller, child).version()));
        return Form.of(ChildTabs.page(child, "return"), words.text("page.child.return.submit"), fields)
                .cancel(ChildTabs.page(child, ChildTabs.WHOLE));
    }

    @POST
    @Needs(Right.CHILDREN_WRITE)
    public Response back(
            @Context Caller caller, @Context Words words, @PathParam("child") long child, FormInput input) {
        return Answer.of(
                () -> {
                    FormInput whole = school(caller).chosen(input);
                    ReturnInput sent = whole.as(ReturnInput.class, json -> {
                        whole.number(SCHOOL).ifPresent(id -> json.put("school", id));
                        return json;
                    });
                    departures.back(caller, child, input.version().orElse(0), sent);
                    return Answer.to(ChildTabs.page(child, ChildTabs.WHOLE), "page.child.return.done");
                },
                problem -> view(
                        words,
                        child,
                        LookUp.told(form(caller, words, child, input).refused(input, problem, words))));
    }
}
