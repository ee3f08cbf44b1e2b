package kz.jolkarta.registry.proposals;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.registry.records.Tables;

/**
 * A proposal as it is shown, in the reader's language. Members that are null are absent in JSON.
 *
 * @param code to choose it by, e.g. {@code health-camps/camp}
 * @param record {@code activity} or {@code award}
 * @param waitingList whether all places are used up
 * @param placesLeft null when they are not counted
 * @param distance {@code settlement}, {@code district}, {@code region} or {@code elsewhere}; of the activity
 * @param before how many such records the child had in earlier years
 */
public record ProposalView(
        String code,
        String measure,
        String type,
        String record,
        String name,
        boolean waitingList,
        Integer placesLeft,
        Announced activity,
        String distance,
        LocalDate dueOn,
        String responsible,
        String expected,
        int before,
        List<String> why) {
    public ProposalView {
        why = List.copyOf(why);
    }

    /** The nearest activity of the kind that is ahead. */
    public record Announced(long id, String title, String territory, LocalDate starts, LocalDate ends) {}

    /** What the child cannot have now, and why. */
    public record WithheldView(
            String code, String measure, String type, String record, String name, List<String> reasons) {
        public WithheldView {
            reasons = List.copyOf(reasons);
        }
    }

    static ProposalView of(Proposal proposal, String responsible, Language language, Tables texts) {
        Kind kind = proposal.kind();
        Event event = proposal.event();
        return new ProposalView(
                kind.code(),
                kind.measure().code(),
                kind.type(),
                kind.record(),
                texts.text(language, kind.name()),
                proposal.places().state() == Places.State.WAITING,
                proposal.places().state() == Places.State.LEFT
                        ? proposal.places().left()
                        : null,
                event == null
                        ? null
                        : new Announced(event.id(), event.title(), event.territory(), event.starts(), event.ends()),
                proposal.distance() == null ? null : proposal.distance().name().toLowerCase(Locale.ROOT),
                proposal.dueOn(),
                responsible,
                texts.text(language, expected(kind)),
                proposal.before(),
                told(proposal.why(), language, texts));
    }

    static WithheldView of(ForChild.Withheld withheld, Language language, Tables texts) {
        Kind kind = withheld.kind();
        return new WithheldView(
                kind.code(),
                kind.measure().code(),
                kind.type(),
                kind.record(),
                texts.text(language, kind.name()),
                told(withheld.reasons(), language, texts));
    }

    /** The result hoped for. */
    static Message expected(Kind kind) {
        return Message.of("proposal.expected." + kind.record(), kind.name());
    }

    private static List<String> told(List<Message> messages, Language language, Tables texts) {
        return messages.stream().map(message -> texts.text(language, message)).toList();
    }
}
