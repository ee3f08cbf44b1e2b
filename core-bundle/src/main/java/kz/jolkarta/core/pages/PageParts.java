package kz.jolkarta.core.pages;

import java.util.List;
import kz.jolkarta.core.http.Caller;

/** All parts of a page that bundles offer; one that fails is left out and hurts no other. */
public interface PageParts {
    List<Block> blocks(PagePart.Place place, Caller caller, String subject);
}
