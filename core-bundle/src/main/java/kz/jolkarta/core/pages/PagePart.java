package kz.jolkarta.core.pages;

import java.util.List;
import kz.jolkarta.core.http.Caller;
import org.osgi.annotation.versioning.ConsumerType;

/** Blocks that one bundle puts onto a page of another, offered as an OSGi service: onto the home page, or onto a measure's page. */
@ConsumerType
public interface PagePart {
    /** Which page. HOME has no subject; MEASURE has the measure's code. */
    enum Place {
        HOME,
        MEASURE
    }

    Place place();

    /** Ascending from the top. */
    int order();

    /** Nothing for a reader without the right; quick, since the page waits for it. */
    List<Block> blocks(Caller caller, String subject);
}
