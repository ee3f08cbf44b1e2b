package kz.jolkarta.core.internal.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import kz.jolkarta.core.pages.View;

/** Answers a page with the status it names. */
final class ViewStatus implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof View view) {
            response.setStatus(view.status());
        }
    }
}
