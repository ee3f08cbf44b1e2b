package kz.jolkarta.registry.duplicates;

import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.duplicates.PairBlocks.Sent;
import kz.jolkarta.registry.places.TerritoryChoice;

/** Where a person decides on a pair: its page, and what follows on its forms. */
final class PairDesk {
    private final Pairs pairs;
    private final Merges merges;
    private final Unmerges unmerges;
    private final TerritoryChoice territories;

    PairDesk(Pairs pairs, Merges merges, Unmerges unmerges, TerritoryChoice territories) {
        this.pairs = pairs;
        this.merges = merges;
        this.unmerges = unmerges;
        this.territories = territories;
    }

    /** @param keep the record that a merge would keep; the earlier one when it is not given */
    View open(Caller caller, Words words, long id, Optional<Long> keep) {
        return view(caller, words, id, keep, Optional.empty());
    }

    private View view(Caller caller, Words words, long id, Optional<Long> keep, Optional<Sent> sent) {
        PairDetail detail = pairs.open(caller.user(), id);
        Pair pair = detail.pair();
        PairBlocks parts = new PairBlocks(detail, words, territories, sent);
        List<Block> blocks = new ArrayList<>();
        blocks.add(state(pair, words));
        blocks.add(parts.evidence());
        boolean both = pair.one().id() != null && pair.other().id() != null;
        blocks.add(both ? parts.comparison() : Block.Notice.of(Tone.NONE, words.text("page.duplicates.outside-lead")));
        blocks.addAll(parts.sides());
        if (caller.user().has(Right.CHILDREN_WRITE)) {
            Optional<String> above = Pairs.above(caller.user().scope(Right.CHILDREN_WRITE), pair);
            if (both && above.isEmpty()) {
                blocks.addAll(acts(caller, words, pair, keep, parts));
            } else {
                blocks.add(Block.Notice.of(Tone.NONE, words.text(above.orElse("duplicate.above-region"))));
            }
        }
        // The form that was sent may be gone, e.g. when somebody else has decided by now.
        sent.filter(s -> !s.problem().kind().equals(Problem.Kind.INVALID))
                .ifPresent(s -> blocks.add(
                        0, Block.Notice.of(Tone.LATE, words.text(s.problem().message()))));
        return View.of(title(pair, words), blocks).up(words.text("page.duplicates.title"), DuplicatePages.LIST);
    }

    private static String title(Pair pair, Words words) {
        List<String> names = Stream.of(pair.one(), pair.other())
                .map(side -> side.id() == null ? words.text("page.duplicates.outside") : side.name())
                .toList();
        return String.join(" · ", names);
    }

    private static Block state(Pair pair, Words words) {
        String state = DuplicatePages.state(pair, words).text();
        String when = pair.decidedAt() == null
                ? words.text("page.duplicates.found", words.moment(pair.foundAt()))
                : words.text("page.duplicates.decided", words.moment(pair.decidedAt()));
        String reason = pair.reason() == null ? "" : " " + words.text("page.duplicates.because", pair.reason());
        Tone tone = pair.state() == PairState.OPEN ? Tone.RUN : Tone.OK;
        return new Block.Notice(tone, state, when + reason, List.of());
    }

    private List<Block> acts(Caller caller, Words words, Pair pair, Optional<Long> keep, PairBlocks parts) {
        return switch (pair.state()) {
            case OPEN -> List.of(merge(caller, words, pair, keep, parts), parts.different());
            case DIFFERENT -> List.of(parts.withdraw());
            case MERGED -> List.of(parts.unmerge());
        };
    }

    private Block merge(Caller caller, Words words, Pair pair, Optional<Long> keep, PairBlocks parts) {
        try {
            long kept = keep.orElse(pair.one().id());
            return parts.merge(merges.preview(caller.user(), pair.id(), kept));
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.CONFLICT) {
                throw problem;
            }
            return Block.Notice.of(Tone.NONE, words.text(problem.message()));
        }
    }

    private Response answer(Caller caller, Words words, long id, String act, FormInput input, Supplier<Response> work) {
        return Answer.of(
                work, problem -> view(caller, words, id, kept(input), Optional.of(new Sent(act, input, problem))));
    }

    /** The record that the sent form would have kept, as far as it can be read. */
    private static Optional<Long> kept(FormInput input) {
        return input.text("keep").filter(keep -> keep.matches("\\d{1,18}")).map(Long::valueOf);
    }

    private static int version(FormInput input) {
        return input.version().orElseThrow(() -> Problem.field(FormInput.VERSION, "record.required"));
    }

    private static Response back(long id, String done) {
        return Answer.to(DuplicatePages.LIST + "/" + id, "page.duplicates.done." + done);
    }

    Response merge(Caller caller, Words words, long id, FormInput input) {
        return answer(caller, words, id, "merge", input, () -> {
            merges.merge(caller.user(), id, version(input), input.as(MergeInput.class));
            return back(id, "merged");
        });
    }

    Response different(Caller caller, Words words, long id, FormInput input) {
        return answer(caller, words, id, "different", input, () -> {
            pairs.different(caller.user(), id, version(input), input.first("reason"));
            return back(id, "different");
        });
    }

    Response withdraw(Caller caller, Words words, long id, FormInput input) {
        return answer(caller, words, id, "withdraw", input, () -> {
            pairs.withdraw(caller.user(), id, version(input));
            return back(id, "withdrawn");
        });
    }

    /** What cannot be as it was before is named at once, since nothing keeps it. */
    Response unmerge(Caller caller, Words words, long id, FormInput input) {
        return answer(caller, words, id, "unmerge", input, () -> {
            UnmergeAnswer undone = unmerges.unmerge(caller.user(), id, version(input));
            return undone.changed().isEmpty()
                            && undone.missing().isEmpty()
                            && undone.keptFields().isEmpty()
                    ? back(id, "unmerged")
                    : Response.ok(undone(undone, id, words)).build();
        });
    }

    private static View undone(UnmergeAnswer undone, long id, Words words) {
        List<Block.Row> rows = new ArrayList<>();
        undone.changed().forEach(row -> rows.add(row(row, "page.duplicates.unmerge.changed", words)));
        undone.missing().forEach(row -> rows.add(row(row, "page.duplicates.unmerge.missing", words)));
        undone.keptFields()
                .forEach(field -> rows.add(Block.Row.of(
                        "edit",
                        Tone.RUN,
                        PairFields.label(field, words),
                        words.text("page.duplicates.unmerge.kept", String.valueOf(undone.kept())),
                        "")));
        return View.of(
                        words.text("page.duplicates.done.unmerged"),
                        Block.Card.of(words.text("page.duplicates.unmerge.otherwise"), new Block.Rows(rows, "")))
                .up(words.text("page.duplicates.back"), DuplicatePages.LIST + "/" + id);
    }

    private static Block.Row row(UnmergeAnswer.Row row, String small, Words words) {
        return Block.Row.of(
                "file-text",
                Tone.RUN,
                words.text(
                        "page.duplicates.row", words.text("duplicate.kind." + row.kind()), String.valueOf(row.key())),
                words.text(small),
                "");
    }
}
