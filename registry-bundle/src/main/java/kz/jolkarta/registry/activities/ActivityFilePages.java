package kz.jolkarta.registry.activities;

import jakarta.ws.rs.Path;
import java.util.function.UnaryOperator;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.pages.Address;
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

/** Files of an activity on pages. */
@Path("measures/{code}/activities/{record}/files")
@Component(service = Pages.class)
public final class ActivityFilePages extends RecordFilePages {
    private final Measures measures;
    private final Activities activities;
    private final ActivityCards cards;

    @Activate
    public ActivityFilePages(
            @Reference Measures measures,
            @Reference Activities activities,
            @Reference ActivityCards cards,
            @Reference RecordFiles files) {
        super(files);
        this.measures = measures;
        this.activities = activities;
        this.cards = cards;
    }

    @Override
    protected Owner owner(Caller caller, String measure, long id) {
        measures.require(measure);
        return new Owner(
                Owner.Kind.ACTIVITY, activities.get(caller.user(), measure, id).id());
    }

    @Override
    protected String page(String measure, long id) {
        return ActivityLook.of(measure, id);
    }

    @Override
    protected View view(Caller caller, Words words, String measure, long id, UnaryOperator<Form> sent) {
        Activity found = activities.get(caller.user(), measure, id);
        return cards.view(caller, words, measures.require(measure), found, Address.of(page(measure, id)), sent);
    }
}
