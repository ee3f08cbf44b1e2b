package kz.jolkarta.core.pages;

import java.util.List;
import java.util.Map;
import kz.jolkarta.core.http.Caller;
import org.osgi.annotation.versioning.ConsumerType;

/** What a bundle knows of how well the measures are, offered as an OSGi service: onto the catalogue and each measure's page. */
@ConsumerType
public interface MeasureHealth {
    /**
     * By the measure's code, what is well ({@link Tone#OK}) and what is not, each with a link to what can be done; of a measure that nothing is known of
     * there is nothing. Only what the caller may know, and quick, since both pages wait for it.
     */
    Map<String, List<Block.Row>> points(Caller caller);
}
