package kz.jolkarta.registry.payments;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.registry.budgets.Spending;
import kz.jolkarta.registry.payments.DueStore.Month;
import kz.jolkarta.registry.payments.DueStore.Which;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Paging;

/** Those who would be due but do not meet what the kind of award demands on the first day of the month, each with the objections. */
final class Unmet {
    private static final int MANY = 1000;

    private final Map<Long, List<Message>> objections = new HashMap<>();
    private final List<RunLine> lines = new ArrayList<>();

    private Unmet() {}

    /** Reads everybody who is due; nobody for a kind that everyone may hold. */
    static Unmet of(Tx tx, Ledger ledger, AwardType type, Month month) {
        if (type.who() instanceof Criterion.Everyone) {
            return new Unmet();
        }
        List<RunLine> due = new ArrayList<>();
        DueStore.due(tx, month, due::add);
        return among(tx, ledger, type, month, due);
    }

    static Unmet among(Tx tx, Ledger ledger, AwardType type, Month month, List<RunLine> lines) {
        Unmet unmet = new Unmet();
        List<RunLine> due = lines.stream()
                .filter(line -> line.verdict() == Verdict.DUE && line.childId() != null)
                .toList();
        List<Long> children = due.stream().map(RunLine::childId).toList();
        Map<Long, List<Message>> found = ledger.objections(tx, type.who(), children, month.first());
        due.stream().filter(line -> found.containsKey(line.childId())).forEach(line -> {
            unmet.objections.put(line.awardId(), found.get(line.childId()));
            unmet.lines.add(line);
        });
        return unmet;
    }

    long awards() {
        return lines.size();
    }

    long tiyn() {
        return lines.stream().mapToLong(RunLine::tiyn).sum();
    }

    /** The line with its objections, when it has any. */
    RunLine told(RunLine line) {
        List<Message> found = objections.get(line.awardId());
        return found == null ? line : line.unentitled(found);
    }

    /** Takes off what was counted for those who are not entitled. */
    Spending without(Spending due) {
        lines.forEach(line -> due.add(line.territory(), -line.tiyn()));
        return due;
    }

    /** One line more than the page holds, as a page is read. */
    List<RunLine> page(Tx tx, Month month, Which which, Paging page) {
        if (lines.isEmpty() || which == Which.ALL) {
            return DueStore.page(tx, month, which, page).stream()
                    .map(this::told)
                    .toList();
        }
        List<RunLine> rows = new ArrayList<>();
        long after = page.first() ? 0 : page.id();
        while (rows.size() <= page.limit()) {
            List<RunLine> some = DueStore.page(tx, month, Which.ALL, new Paging(MANY, Paging.key("", after)));
            some.stream().map(this::told).filter(which::holds).forEach(rows::add);
            if (some.size() <= MANY) {
                break;
            }
            after = some.get(some.size() - 1).awardId();
        }
        return rows.subList(0, Math.min(rows.size(), page.limit() + 1));
    }
}
