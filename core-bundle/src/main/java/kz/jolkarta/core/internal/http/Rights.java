package kz.jolkarta.core.internal.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Open;

/** Puts before every endpoint the check that its annotation asks for; one without an annotation is closed to all. */
final class Rights implements DynamicFeature {
    /** The kind under which the audit trail keeps what is no refusal of one record. */
    static final String ENDPOINT = "endpoint";

    @Override
    public void configure(ResourceInfo info, FeatureContext context) {
        Open open = info.getResourceMethod().getAnnotation(Open.class);
        String name = name(info);
        if (open == null || !open.anonymous()) {
            context.register(new Check(name, open != null, Demand.of(info.getResourceMethod())));
        }
    }

    /** The endpoint in the audit trail, without any value. */
    static String name(ResourceInfo info) {
        return info.getResourceClass().getSimpleName() + "."
                + info.getResourceMethod().getName();
    }

    private static final class Check implements ContainerRequestFilter {
        private final String name;
        private final boolean open;
        private final Demand demand;

        Check(String name, boolean open, Demand demand) {
            this.name = name;
            this.open = open;
            this.demand = demand;
        }

        @Override
        public void filter(ContainerRequestContext request) {
            if (!(request.getProperty(Attributes.CALLER) instanceof Caller caller)) {
                throw Problem.of(Problem.Kind.UNAUTHENTICATED, "problem.unauthenticated");
            }
            User user = caller.user();
            if (!open && !demand.met(user)) {
                throw Problem.of(Problem.Kind.FORBIDDEN, "problem.forbidden")
                        .with("roles", demand.roles())
                        .refusing(ENDPOINT, 0, "", name + " needs " + demand.told());
            }
        }
    }
}
