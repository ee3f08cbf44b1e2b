package kz.jolkarta.registry.proposals;

import java.util.Optional;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.measure.AwardType.Limit;

/** What a child has had of one kind. */
final class Had {
    static final Had NOTHING = new Had();

    private int before;
    private boolean thisYear;
    private boolean held;
    private boolean ever;

    /** A participation that was not refused, in an activity that was not cancelled. @param attended whether it is over and the child was there */
    void participation(int year, boolean attended, int asked) {
        thisYear |= year == asked;
        before += attended && year < asked ? 1 : 0;
    }

    /** An award that was neither refused nor returned. @param ended whether it is used up */
    void award(int year, boolean ended, int asked) {
        thisYear |= year == asked;
        held |= !ended;
        ever = true;
        before += year < asked ? 1 : 0;
    }

    /** In years before the one that was asked about. */
    int before() {
        return before;
    }

    /** Why the child cannot have one more now; empty when it can. */
    Optional<Message> objection(Kind kind) {
        Limit limit = kind.award().map(type -> type.limit()).orElse(Limit.ANY);
        if (thisYear) {
            return Optional.of(Message.of("proposal.had"));
        }
        if (limit == Limit.ONE_EVER && ever) {
            return Optional.of(Message.of("proposal.had-once"));
        }
        return limit == Limit.ONE_AT_A_TIME && held ? Optional.of(Message.of("proposal.had-held")) : Optional.empty();
    }
}
