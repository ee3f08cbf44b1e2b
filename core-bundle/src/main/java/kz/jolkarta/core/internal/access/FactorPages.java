package kz.jolkarta.core.internal.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Open;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The own second factor: switching it on and off, other recovery codes. */
@Path("account/second-factor")
@Component(service = Pages.class)
public final class FactorPages implements Pages {
    static final String HERE = OwnAccountPages.HERE + "/second-factor";
    private static final String CODES = HERE + "/codes";
    private static final String OFF = HERE + "/off";

    private final SecondFactors factors;
    private final Attempts attempts;

    @Activate
    public FactorPages(@Reference SecondFactors factors, @Reference Attempts attempts) {
        this.attempts = attempts;
        this.factors = factors;
    }

    @GET
    @Open
    public View page(@Context Caller caller, @Context Words words) {
        return view(caller, words, form -> form);
    }

    private View view(Caller caller, Words words, UnaryOperator<Form> seen) {
        SecondFactors.State state = factors.state(caller.user());
        List<Block> blocks = new ArrayList<>();
        if (!state.on()) {
            Form form = seen.apply(FactorBlocks.form(HERE, words));
            blocks.add(Block.Card.of(
                    words.text("page.account.factor.set"),
                    FactorBlocks.offer(caller.user(), factors.offer(caller.user()), form, words)));
        } else {
            blocks.add(Block.Card.of(
                    words.text("page.factor.codes.title"),
                    new Block.Paragraph(words.text("page.account.factor.left", words.number(state.left()))),
                    seen.apply(
                            Form.of(CODES, words.text("page.factor.codes.renew"), List.of(FactorBlocks.code(words))))));
            blocks.add(
                    state.required()
                            ? new Block.Paragraph(words.text("factor.required"))
                            : Block.Card.of(
                                    words.text("page.factor.turn-off.title"),
                                    seen.apply(Form.of(
                                                    OFF,
                                                    words.text("page.factor.turn-off"),
                                                    List.of(FactorBlocks.code(words)))
                                            .takesAway())));
        }
        return View.of(words.text("page.factor.title"), blocks)
                .lead(words.text("page.account.factor.lead"))
                .up(words.text("page.account.title"), OwnAccountPages.HERE);
    }

    private Response told(
            Caller caller,
            Words words,
            HttpServletRequest request,
            FormInput input,
            String action,
            Supplier<Response> act) {
        return Answer.of(
                () -> {
                    attempts.count(Browser.address(request));
                    return act.get();
                },
                problem -> view(
                        caller,
                        words,
                        form -> form.action().equals(action) ? form.refused(input, problem, words) : form));
    }

    @POST
    @Open
    public Response turnOn(
            @Context Caller caller, @Context Words words, @Context HttpServletRequest request, FormInput input) {
        return told(
                caller,
                words,
                request,
                input,
                HERE,
                () -> Response.ok(FactorBlocks.codes(
                                factors.turnOn(caller.user(), input.first("code")), words, OwnAccountPages.HERE))
                        .build());
    }

    @POST
    @Path("codes")
    @Open
    public Response renew(
            @Context Caller caller, @Context Words words, @Context HttpServletRequest request, FormInput input) {
        return told(
                caller,
                words,
                request,
                input,
                CODES,
                () -> Response.ok(FactorBlocks.codes(
                                factors.renew(caller.user(), input.first("code")), words, OwnAccountPages.HERE))
                        .build());
    }

    @POST
    @Path("off")
    @Open
    public Response turnOff(
            @Context Caller caller, @Context Words words, @Context HttpServletRequest request, FormInput input) {
        return told(caller, words, request, input, OFF, () -> {
            factors.turnOff(caller.user(), input.first("code"));
            return Answer.to(OwnAccountPages.HERE, "page.factor.turned-off");
        });
    }
}
