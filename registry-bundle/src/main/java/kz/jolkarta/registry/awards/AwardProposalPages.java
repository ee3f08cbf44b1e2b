package kz.jolkarta.registry.awards;

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
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.children.Children;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Params;
import kz.jolkarta.registry.staff.Staff;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** New proposals on pages: a search, then the form of one person beside what the kind demands, or one proposal for each of several. */
@Path("measures/{code}/awards/new")
@Component(service = Pages.class)
public final class AwardProposalPages implements Pages {
    private static final String CHILD = "childId";
    private static final String STAFF = "staffId";

    private final Awards awards;
    private final NomineeSearch search;
    private final Ledger ledger;

    @Activate
    public AwardProposalPages(
            @Reference Awards awards, @Reference Children children, @Reference Staff staff, @Reference Ledger ledger) {
        this.awards = awards;
        this.search = new NomineeSearch(children, staff);
        this.ledger = ledger;
    }

    /** Without {@code child} or {@code staff} the search, with it the form. */
    @GET
    @Needs(Right.RECORDS_WRITE)
    public View start(
            @Context Caller caller, @Context Words words, @Context UriInfo asked, @PathParam("code") String code) {
        AwardWords look = new AwardWords(words, ledger.measures().require(code));
        Address address = Address.of(asked);
        AwardType type = type(look, address.value("type"));
        List<String> persons = List.of(address.value("child"), address.value("staff"));
        if (persons.stream().allMatch(String::isEmpty)) {
            return search.view(caller, look, type, address);
        }
        Map<String, String> values =
                Map.of("type", type.code(), CHILD, address.value("child"), STAFF, address.value("staff"));
        FormInput person = FormInput.of(values);
        Params.number(CHILD, person.first(CHILD));
        Params.number(STAFF, person.first(STAFF));
        return view(caller.user(), look, type, person, form(look, type, person));
    }

    private static AwardType type(AwardWords look, String code) {
        if (code.isEmpty()) {
            return look.measure().awards().stream().findFirst().orElseThrow(Problem::notFound);
        }
        return look.measure()
                .award(code)
                .orElseThrow(() -> Problem.field(
                        "type", "record.type-unknown", look.measure().code()));
    }

    private Form form(AwardWords look, AwardType type, FormInput person) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.hidden("type", type.code()));
        person.text(CHILD).ifPresent(id -> fields.add(Field.hidden(CHILD, id)));
        person.text(STAFF).ifPresent(id -> fields.add(Field.hidden(STAFF, id)));
        fields.addAll(new AwardForm(look, type).proposal());
        return Form.of(look.list() + "/new", look.words().text("page.awards.propose"), fields)
                .cancel(look.list() + "/new?type=" + type.code());
    }

    private View view(User user, AwardWords look, AwardType type, FormInput sent, Form form) {
        Words words = look.words();
        AwardInput person = person(type, sent);
        String name = awards.person(user, person).name();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Card.of(look.kind(type.code()), form).wide(7));
        blocks.add(new DemandCard(awards, look).card(user, person));
        return View.of(words.text("page.awards.new-for", name), blocks)
                .lead(look.measureName())
                .up(words.text("page.awards.title"), look.list());
    }

    /** The person and the day, which is all that the demands are asked of; a day that cannot be read is left out. */
    private static AwardInput person(AwardType type, FormInput sent) {
        Map<String, Object> fields = new java.util.HashMap<>();
        type.fields()
                .forEach(f -> sent.text("fields." + f.code())
                        .filter(v -> f.choices().isEmpty() || f.choices().contains(v))
                        .ifPresent(v -> fields.put(f.code(), v)));
        java.time.LocalDate from = sent.text("from")
                .filter(d -> d.matches("\\d{4}-(0[1-9]|1[0-2])-([01]\\d|2[0-8])"))
                .map(java.time.LocalDate::parse)
                .orElse(null);
        return new AwardInput(
                type.code(),
                Params.number(CHILD, sent.first(CHILD)).orElse(null),
                Params.number(STAFF, sent.first(STAFF)).orElse(null),
                null,
                null,
                null,
                null,
                null,
                null,
                from,
                null,
                null,
                null,
                fields);
    }

    @POST
    @Needs(Right.RECORDS_WRITE)
    public Response propose(
            @Context Caller caller, @Context Words words, @PathParam("code") String code, FormInput input) {
        AwardWords look = new AwardWords(words, ledger.measures().require(code));
        AwardType type = type(look, input.first("type"));
        return Answer.of(
                () -> {
                    AwardInput asked = new AwardForm(look, type).read(input);
                    Award made = look.told(() -> awards.create(caller.user(), code, asked));
                    return Answer.to(look.page(made), "page.awards.proposed");
                },
                problem -> view(
                        caller.user(),
                        look,
                        type,
                        input,
                        form(look, type, input).refused(input, problem, words)));
    }

    /** The same proposal for each of the chosen; who is refused is named with the reason. */
    @POST
    @Path("many")
    @Needs(Right.RECORDS_WRITE)
    public Response proposeMany(
            @Context Caller caller, @Context Words words, @PathParam("code") String code, FormInput input) {
        AwardWords look = new AwardWords(words, ledger.measures().require(code));
        AwardType type = type(look, input.first("type"));
        AwardInput asked = new AwardForm(look, type).read(input);
        ManyAwards.Outcome outcome =
                new ManyAwards(awards, look).propose(caller.user(), input, id -> asked.forPerson(type.audience(), id));
        return outcome.refused().isEmpty()
                ? Answer.to(look.list() + "?state=proposed", "page.awards.proposed-all")
                : Response.ok(outcome.view()).build();
    }
}
