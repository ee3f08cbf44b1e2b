package kz.jolkarta.registry.payments;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.List;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Money;

/**
 * An award in a payment run. Members that are null are absent in JSON.
 *
 * @param name the person's, given only with the right to see children
 * @param amount tenge of the month
 * @param verdict due, or why it is not paid
 * @param why the verdict in words, when it is not paid
 */
public record RunLine(
        long awardId,
        Long childId,
        Long staffId,
        String territory,
        String name,
        BigDecimal amount,
        Verdict verdict,
        String why,
        @JsonIgnore long tiyn,
        @JsonIgnore List<Message> objections) {
    public RunLine {
        objections = List.copyOf(objections);
    }

    static RunLine of(long award, Long child, Long staff, String territory, String name, long tiyn, Verdict verdict) {
        return new RunLine(award, child, staff, territory, name, Money.tenge(tiyn), verdict, null, tiyn, List.of());
    }

    RunLine withVerdict(Verdict other) {
        return new RunLine(awardId, childId, staffId, territory, name, amount, other, null, tiyn, objections);
    }

    /** Not paid, since its holder does not meet what the kind demands any more. */
    RunLine unentitled(List<Message> why) {
        return new RunLine(awardId, childId, staffId, territory, name, amount, Verdict.NOT_ENTITLED, null, tiyn, why);
    }

    RunLine explained(String text) {
        return new RunLine(awardId, childId, staffId, territory, name, amount, verdict, text, tiyn, objections);
    }

    /** Nor is anything told of the person that the objections would tell. */
    private RunLine withoutName() {
        return new RunLine(awardId, childId, staffId, territory, null, amount, verdict, why, tiyn, List.of());
    }

    RunLine shownTo(User user) {
        boolean named = childId != null
                ? Ledger.names(user, territory)
                : user.scope(Right.ORGANISATIONS_READ).covers(territory);
        return named ? this : withoutName();
    }

    /** Names leave the system only with the right to export children. */
    RunLine exportedBy(User user) {
        return user.scope(Right.CHILDREN_EXPORT).covers(territory) ? this : withoutName();
    }
}
