package kz.jolkarta.registry.deliverables;

import jakarta.ws.rs.Path;
import java.util.function.UnaryOperator;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.attachments.Owner;
import kz.jolkarta.registry.attachments.RecordFilePages;
import kz.jolkarta.registry.attachments.RecordFiles;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Files of a deliverable on pages. */
@Path("measures/{code}/deliverables/{record}/files")
@Component(service = Pages.class)
public final class DeliverableFilePages extends RecordFilePages {
    private final Measures measures;
    private final Deliverables deliverables;
    private final DeliverableCards cards;

    @Activate
    public DeliverableFilePages(
            @Reference Measures measures,
            @Reference Deliverables deliverables,
            @Reference DeliverableCards cards,
            @Reference RecordFiles files) {
        super(files);
        this.measures = measures;
        this.deliverables = deliverables;
        this.cards = cards;
    }

    @Override
    protected Owner owner(Caller caller, String measure, long id) {
        measures.require(measure);
        return new Owner(
                Owner.Kind.DELIVERABLE,
                deliverables.get(caller.user(), measure, id).id());
    }

    @Override
    protected String page(String measure, long id) {
        return DeliverableLook.of(measure, id);
    }

    @Override
    protected View view(Caller caller, Words words, String measure, long id, UnaryOperator<Form> sent) {
        Deliverable found = deliverables.get(caller.user(), measure, id);
        return cards.view(caller, words, measures.require(measure), found, sent);
    }
}
