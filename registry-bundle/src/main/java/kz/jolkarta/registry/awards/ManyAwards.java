package kz.jolkarta.registry.awards;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Badge;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.records.StateChange;

/** The same act on many awards, one after another, and a page that names each refusal. */
final class ManyAwards {
    /** As many as a page of a list can hold. */
    private static final int MOST = 200;

    private final Awards awards;
    private final AwardWords look;

    ManyAwards(Awards awards, AwardWords look) {
        this.awards = awards;
        this.look = look;
    }

    /** @param why "" for one that was done */
    record One(String name, String href, String why) {}

    /** What became of the chosen ones. */
    record Outcome(AwardWords look, String act, List<One> all) {
        List<One> refused() {
            return all.stream().filter(one -> !one.why().isEmpty()).toList();
        }

        View view() {
            Words words = look.words();
            long done = all.size() - refused().size();
            List<Table.Column> columns = Stream.of(
                            "record.heading.name", "page.awards.outcome", "record.heading.reason")
                    .map(key -> Table.Column.of(words.text(key)))
                    .toList();
            List<Table.Line> lines = all.stream()
                    .map(one -> Table.Line.of(
                            Cell.link(one.name(), one.href()), Cell.badge(badge(words, one)), Cell.of(one.why())))
                    .toList();
            Block.Notice notice = Block.Notice.of(
                    Tone.RUN,
                    words.text(
                            "page.awards.outcome-count",
                            words.number(done),
                            words.number(refused().size())),
                    Action.go(words.text("page.awards.back"), look.list()));
            return View.of(act, notice, Table.of(columns, lines).caption(act))
                    .up(words.text("page.awards.title"), look.list());
        }

        private static Badge badge(Words words, One one) {
            return one.why().isEmpty()
                    ? Badge.of(words.text("page.awards.done"), Tone.OK, "check")
                    : Badge.of(words.text("page.awards.not-done"), Tone.LATE, "x");
        }
    }

    /** @throws Problem INVALID when nothing or too many are chosen */
    Outcome move(User user, FormInput input) {
        StateChange change = new StateChange(input.first("state"), input.first("reason"));
        AwardState to = change.to(AwardState.class);
        List<One> all = new ArrayList<>();
        for (long id : chosen(input)) {
            Award award = awards.get(user, look.measure().code(), id);
            all.add(one(look.person(award), look.page(award), () -> {
                awards.move(user, look.measure().code(), id, OptionalInt.of(award.version()), change);
            }));
        }
        return new Outcome(look, look.act(to), all);
    }

    /** A proposal for each of several children. */
    Outcome propose(User user, FormInput input, java.util.function.LongFunction<AwardInput> proposal) {
        List<One> all = new ArrayList<>();
        for (long child : chosen(input)) {
            AwardInput asked = proposal.apply(child);
            String name = awards.person(user, asked).name();
            all.add(one(
                    name,
                    "/children/" + child,
                    () -> awards.create(user, look.measure().code(), asked)));
        }
        return new Outcome(look, look.words().text("page.awards.propose"), all);
    }

    private static List<Long> chosen(FormInput input) {
        List<Long> ids = input.numbers("id");
        if (ids.isEmpty()) {
            throw Problem.invalid("page.awards.nobody-chosen");
        }
        if (ids.size() > MOST) {
            throw Problem.invalid("record.too-many", MOST);
        }
        return ids;
    }

    private One one(String name, String href, Runnable work) {
        try {
            work.run();
            return new One(name, href, "");
        } catch (Unentitled unmet) {
            return new One(name, href, told(unmet.problem(look.words()::text)));
        } catch (Problem refused) {
            return new One(name, href, told(refused));
        }
    }

    private String told(Problem problem) {
        return problem.fields().isEmpty()
                ? look.words().text(problem.message())
                : problem.fields().stream()
                        .map(f -> look.words().text(f.message()))
                        .collect(Collectors.joining(" "));
    }
}
