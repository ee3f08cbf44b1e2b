package kz.jolkarta.registry.awards;

import java.util.ArrayList;
import java.util.List;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;

/** The acts that an award's state allows the reader, each a small form. */
final class AwardActs {
    private static final String STATE = "state";

    private AwardActs() {}

    static List<Form> forms(User user, AwardWords look, Award award) {
        return AwardState.MOVES.after(award.state()).stream()
                .sorted()
                .filter(to -> may(user, look, award, to))
                .map(to -> form(look, award, to))
                .toList();
    }

    private static boolean may(User user, AwardWords look, Award award, AwardState to) {
        if (award.waits() && to == AwardState.APPROVED) {
            return false;
        }
        boolean deciding = to.approving() || award.state().placed();
        boolean national = look.measure()
                .award(award.type())
                .map(t -> t.quota() == AwardType.Quota.COUNTRY_YEAR)
                .orElse(false);
        if (deciding && national) {
            return user.scope(Right.AWARDS_APPROVE).isCountry();
        }
        return user.scope(deciding ? Right.AWARDS_APPROVE : Right.RECORDS_WRITE).covers(award.territory());
    }

    private static Form form(AwardWords look, Award award, AwardState to) {
        Words words = look.words();
        boolean takesAway = to == AwardState.REFUSED || to == AwardState.RETURNED;
        List<Field> fields = new ArrayList<>();
        fields.add(Field.hidden(STATE, to));
        fields.add(Field.hidden(FormInput.VERSION, award.version()));
        if (takesAway) {
            fields.add(Field.lines("reason", words.text("record.heading.reason"))
                    .require()
                    .help(words.text(award.state().placed() ? "page.awards.frees-place" : "page.awards.reason-help")));
        }
        Form form = Form.of(look.page(award) + "/state", look.act(to), fields);
        return takesAway ? form.takesAway() : form;
    }

    /** Whether the form is the one that was sent. */
    static boolean is(Form form, FormInput input) {
        return form.fields().stream()
                .anyMatch(f -> f.name().equals(STATE) && f.first().equals(input.first(STATE)));
    }

    /** The page with the refusal on top, when somebody else has brought it into another state meanwhile. */
    static View told(View view, Problem problem, Words words) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Notice.of(Tone.LATE, words.text(problem.message())));
        blocks.addAll(view.blocks());
        return new View(
                view.title(),
                view.lead(),
                view.up(),
                view.actions(),
                view.tabs(),
                blocks,
                view.refresh(),
                view.status());
    }
}
