package kz.jolkarta.core.pages;

import java.util.List;
import kz.jolkarta.core.http.Caller;
import org.osgi.annotation.versioning.ConsumerType;

/** Blocks that one bundle puts onto a page of another, offered as an OSGi service: onto the home page, a measure's page, the country's board, or the settings. */
@ConsumerType
public interface PagePart {
    /** Which page. HOME and SETTINGS have no subject; MEASURE has the measure's code, NATION the year. */
    enum Place {
        HOME,
        MEASURE,
        NATION,
        SETTINGS
    }

    Place place();

    /** Ascending from the top. */
    int order();

    /** Nothing for a reader without the right; quick, since the page waits for it. */
    List<Block> blocks(Caller caller, String subject);
}
