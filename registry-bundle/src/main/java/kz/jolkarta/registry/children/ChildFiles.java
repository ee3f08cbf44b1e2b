package kz.jolkarta.registry.children;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.files.Sheets;
import kz.jolkarta.core.files.Sheets.Format;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.time.OfficeClock;
import kz.jolkarta.registry.children.ChildStore.Kept;
import kz.jolkarta.registry.places.Gazetteer;
import kz.jolkarta.registry.records.Paging;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lists of children as files, however long. What they hold is noted before the first row leaves. */
@Component(service = ChildFiles.class)
public final class ChildFiles {
    /** Children read at a time, in a short transaction of their own: memory stays flat, and nobody who writes waits. */
    private static final int CHUNK = 1000;

    private final Database database;
    private final Audit audit;
    private final OfficeClock clock;
    private final Gazetteer gazetteer;
    private final Texts texts;
    private final Sheets sheets;
    private final NotReached notReached;

    @Activate
    public ChildFiles(
            @Reference Database database,
            @Reference Audit audit,
            @Reference OfficeClock clock,
            @Reference Gazetteer gazetteer,
            @Reference Texts texts,
            @Reference Sheets sheets,
            @Reference NotReached notReached) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.gazetteer = gazetteer;
        this.texts = texts;
        this.sheets = sheets;
        this.notReached = notReached;
    }

    /** A file that is still to be written. */
    interface Pending {
        void writeTo(OutputStream out);
    }

    /** @throws kz.jolkarta.core.Problem FORBIDDEN without the right to take lists away */
    Pending export(Caller caller, ChildFilter filter, Format format) {
        User user = caller.user();
        Scope scope = user.require(Right.CHILDREN_EXPORT);
        ChildStore.Asked asked = ChildStore.Asked.of(filter, scope, clock.today(), notReached);
        database.run(tx -> {
            long rows = ChildStore.count(tx, asked);
            String detail = "rows=" + rows + " filters=" + filter.names();
            audit.record(
                    tx,
                    user,
                    new Audit.Entry(
                            Audit.Action.EXPORT,
                            Children.KIND,
                            0,
                            filter.territory().orElse(""),
                            detail));
        });
        ChildColumns columns = new ChildColumns(texts, caller.language(), gazetteer, clock.today());
        return out -> {
            try (Sheets.Writer writer = sheets.write(out, format, columns.sheet(), columns.headings())) {
                write(asked, columns, writer);
            }
        };
    }

    private void write(ChildStore.Asked asked, ChildColumns columns, Sheets.Writer writer) {
        Optional<Kept> last = Optional.empty();
        do {
            String after =
                    last.map(kept -> Paging.key(kept.sortKey(), kept.id())).orElse("");
            List<Kept> chunk = database.read(tx -> ChildStore.list(tx, asked, new Paging(CHUNK - 1, after)));
            Map<Long, List<Integer>> missed = notReached.numbers(ChildStore.territories(chunk));
            database.run(tx -> {
                List<Long> ids = chunk.stream().map(Kept::id).toList();
                Map<Long, List<CategoryPeriod>> categories = PartStore.of(tx, PartTable.CATEGORIES, ids);
                Map<Long, List<TalentEntry>> talents = PartStore.of(tx, PartTable.TALENTS, ids);
                Map<Long, List<Representative>> representatives = PartStore.of(tx, PartTable.REPRESENTATIVES, ids);
                Map<Long, List<ConsentEntry>> consents = PartStore.of(tx, PartTable.CONSENTS, ids);
                chunk.forEach(child -> writer.row(columns.cells(
                        child,
                        categories.getOrDefault(child.id(), List.of()),
                        talents.getOrDefault(child.id(), List.of()),
                        representatives.getOrDefault(child.id(), List.of()),
                        consents.getOrDefault(child.id(), List.of()),
                        missed.getOrDefault(child.id(), List.of()))));
            });
            last = chunk.size() < CHUNK ? Optional.empty() : Optional.of(chunk.get(CHUNK - 1));
        } while (last.isPresent());
    }
}
