package kz.jolkarta.core.internal.http;

import com.fasterxml.jackson.annotation.JsonView;
import io.swagger.v3.jaxrs2.ResolvedParameter;
import io.swagger.v3.jaxrs2.ext.AbstractOpenAPIExtension;
import io.swagger.v3.jaxrs2.ext.OpenAPIExtension;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.Context;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import kz.jolkarta.core.http.Open;

/** Adds to each operation the rights it needs and the form of its errors, and leaves out what the node itself hands in. */
final class OperationNotes extends AbstractOpenAPIExtension {
    static final String PROBLEM = "Problem";

    @Override
    public void decorateOperation(Operation operation, Method method, Iterator<OpenAPIExtension> chain) {
        operation.setOperationId(
                method.getDeclaringClass().getSimpleName().replaceFirst("Resource$", "") + "-" + method.getName());
        Demand needs = Demand.of(method);
        Open open = method.getAnnotation(Open.class);
        if (!needs.equals(Demand.NONE)) {
            operation.addExtension("x-rights", needs.names());
        }
        if (open != null && open.anonymous()) {
            operation.setSecurity(List.of(new SecurityRequirement()));
        }
        ApiResponses responses = operation.getResponses() == null ? new ApiResponses() : operation.getResponses();
        responses.addApiResponse("4XX", new ApiResponse().$ref("#/components/responses/" + PROBLEM));
        operation.setResponses(responses);
        super.decorateOperation(operation, method, chain);
    }

    @Override
    public ResolvedParameter extractParameters(
            List<Annotation> annotations,
            Type type,
            Set<Type> skipped,
            Components components,
            Consumes classConsumes,
            Consumes methodConsumes,
            boolean includeRequestBody,
            JsonView view,
            Iterator<OpenAPIExtension> chain) {
        if (annotations.stream().anyMatch(Context.class::isInstance)) {
            return new ResolvedParameter();
        }
        return super.extractParameters(
                annotations, type, skipped, components, classConsumes, methodConsumes, includeRequestBody, view, chain);
    }
}
