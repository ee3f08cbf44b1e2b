package kz.jolkarta.registry.settings;

import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.records.Ledger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who changed what holds for the whole country, and when, as the audit trail has it. For who keeps the programme or reads the trail. */
@Component(service = SettingHistory.class)
public final class SettingHistory {
    private final Ledger ledger;

    @Activate
    public SettingHistory(@Reference Ledger ledger) {
        this.ledger = ledger;
    }

    /** The last changes, newest first. @param kind as in the trail; empty for a reader without the right */
    public Optional<Block> of(User user, Words words, String kind, int most) {
        if (!user.has(Right.PROGRAMME_WRITE) && !user.has(Right.AUDIT_READ)) {
            return Optional.empty();
        }
        List<Block.Event> events = ledger.database().read(tx -> SettingHistoryStore.last(tx, kind, most)).stream()
                .map(c -> new Block.Event(
                        words.moment(c.at()),
                        c.login(),
                        words.text("page.audit.action." + Json.name(c.action())),
                        c.detail()))
                .toList();
        return Optional.of(new Block.History(events, words.text("page.settings.unchanged")));
    }

    /** As {@link #of}, as a card. */
    public Optional<Block> card(User user, Words words, String kind) {
        return of(user, words, kind, 20).map(h -> Block.Card.of(words.text("page.settings.history"), h));
    }
}
