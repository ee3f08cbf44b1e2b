package kz.jolkarta.core.internal.http;

import jakarta.servlet.ServletException;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.testing.TestTexts;

/** The API with the given resources, as one bundle brings them. */
public final class TestApi {
    private final Api api;

    public TestApi(Authentication authentication, Refusals refusals, ApiResource... resources) throws ServletException {
        api = new Api(authentication, refusals, TestTexts.ofClassPath(), 1, new SitePlan());
        api.init(Exchange.config());
        for (ApiResource resource : resources) {
            api.add(resource, 1);
        }
    }

    public Exchange send(Exchange exchange) {
        return exchange.with(api);
    }
}
