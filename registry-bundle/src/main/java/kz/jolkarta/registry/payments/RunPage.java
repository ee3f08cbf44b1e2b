package kz.jolkarta.registry.payments;

import java.util.ArrayList;
import java.util.List;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.records.Params;

/** One payment run as a page. */
final class RunPage {
    private static final String DECISION = "decision";

    private final PaymentRuns runs;
    private final RunWords look;
    private final Words words;

    RunPage(PaymentRuns runs, RunWords look) {
        this.runs = runs;
        this.look = look;
        this.words = look.words();
    }

    View view(User user, long id, Address address) {
        PaymentRun run = runs.get(user, look.measure().code(), id);
        return view(user, run, address, forms(run), List.of());
    }

    View warned(User user, long id, Address address, List<Message> warnings) {
        PaymentRun run = runs.get(user, look.measure().code(), id);
        return view(user, run, address, forms(run), look.warnings(warnings));
    }

    View refused(User user, long id, Address address, FormInput input, Problem problem) {
        PaymentRun run = runs.get(user, look.measure().code(), id);
        List<Form> forms = forms(run).stream()
                .map(f -> f.fields().stream()
                                .anyMatch(x ->
                                        x.name().equals(DECISION) && x.first().equals(input.first(DECISION)))
                        ? f.refused(input, problem, words)
                        : f)
                .toList();
        List<Block> top =
                forms.isEmpty() ? List.of(Block.Notice.of(Tone.LATE, words.text(problem.message()))) : List.of();
        return view(user, run, address, forms, top);
    }

    private View view(User user, PaymentRun run, Address address, List<Form> forms, List<Block> top) {
        String code = look.measure().code();
        Page<RunLine> lines =
                runs.lines(user, code, run.id(), Params.paging(address.value("limit"), address.value("after")));
        List<Block> blocks = new ArrayList<>(top);
        blocks.add(facts(run));
        if (run.state() == RunState.PROPOSED) {
            blocks.add(decision(user, run, forms));
        }
        blocks.add(look.lines(lines.items())
                .pages(address.previous(), address.next(lines.next()))
                .exports(Address.of(look.home()).files("/api" + look.home() + "/" + run.id() + "/lines")));
        return View.of(look.kind(run.type()) + " · " + look.month(run.month()), blocks)
                .lead(look.measureName())
                .up(words.text("page.runs.title"), look.home());
    }

    private Block facts(PaymentRun run) {
        List<Block.Fact> facts = new ArrayList<>(List.of(
                new Block.Fact(words.text("record.heading.state"), Cell.badge(look.state(run.state()))),
                Block.Fact.of(words.text("page.territory"), look.territories().name(words, run.territory())),
                Block.Fact.of(words.text("record.heading.source"), look.source(run.source())),
                Block.Fact.of(words.text("page.runs.lines"), words.number(run.lines())),
                Block.Fact.of(words.text("page.awards.amount"), words.money(run.total())),
                Block.Fact.of(words.text("page.awards.proposed-at"), words.moment(run.proposedAt()))));
        if (run.decidedAt() != null) {
            facts.add(Block.Fact.of(words.text("page.runs.decided-at"), words.moment(run.decidedAt())));
        }
        if (run.reason() != null && !run.reason().isEmpty()) {
            facts.add(Block.Fact.of(words.text("record.heading.reason"), run.reason()));
        }
        return Block.Card.of(words.text("page.awards.facts"), new Block.Facts(facts))
                .wide(6);
    }

    /** One proposes, another decides. */
    private Block decision(User user, PaymentRun run, List<Form> forms) {
        String title = words.text("page.runs.decision");
        if (run.proposedBy() == user.id()) {
            return Block.Card.of(title, new Block.Paragraph(words.text("payment-run.own")))
                    .wide(6);
        }
        if (!user.scope(Right.AWARDS_APPROVE).covers(run.territory())) {
            return Block.Card.of(title, new Block.Paragraph(words.text("page.awards.acts-none")))
                    .wide(6);
        }
        return Block.Card.of(title, forms).wide(6);
    }

    private List<Form> forms(PaymentRun run) {
        if (run.state() != RunState.PROPOSED) {
            return List.of();
        }
        String href = look.home() + "/" + run.id() + "/decision";
        Field version = Field.hidden(FormInput.VERSION, run.version());
        return List.of(
                Form.of(
                        href,
                        words.text("page.runs.approve", words.money(run.total())),
                        List.of(Field.hidden(DECISION, "approve"), version)),
                Form.of(
                                href,
                                words.text("page.runs.reject"),
                                List.of(
                                        Field.hidden(DECISION, "reject"),
                                        version,
                                        Field.lines("reason", words.text("record.heading.reason"))
                                                .require()))
                        .takesAway());
    }
}
