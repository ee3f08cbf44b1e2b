package kz.jolkarta.core.internal.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.jaxrs2.DefaultParameterExtension;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.jaxrs2.ext.OpenAPIExtensions;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Open;

/** The description of the API (OpenAPI 3.0), read from the resources that are there; each operation tells the rights it needs. */
@Path("openapi.json")
public final class OpenApiResource implements ApiResource {
    private final Endpoints resources;
    private final SitePlan plan;
    private Set<Class<?>> described = Set.of();
    private String json = "";

    OpenApiResource(Endpoints resources, SitePlan plan) {
        this.resources = resources;
        this.plan = plan;
    }

    @GET
    @Produces("application/json")
    @Open(anonymous = true)
    public synchronized String description() throws JsonProcessingException {
        Set<Class<?>> types = new LinkedHashSet<>(resources.types());
        types.addAll(plan.types());
        if (!described.equals(types)) {
            json = io.swagger.v3.core.util.Json.mapper()
                    .writeValueAsString(describe(resources.types(), plan.entries()));
            described = types;
            // Swagger's registry of models would keep the classes of a bundle that has left.
            ModelConverters.reset();
        }
        return json;
    }

    private static OpenAPI describe(Set<Class<?>> types, Map<String, List<String>> pages) {
        OpenAPIExtensions.setExtensions(List.of(new OperationNotes(), new DefaultParameterExtension()));
        OpenAPI api = new Reader(new OpenAPI()).read(types);
        Components components = api.getComponents() == null ? new Components() : api.getComponents();
        api.setComponents(components);
        components.addSecuritySchemes(
                "token", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
        components.addSecuritySchemes(
                "session",
                new SecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.COOKIE)
                        .name("sid")
                        .description("POST /api/session; other than GET and HEAD need X-CSRF-Token too"));
        components.addSchemas(OperationNotes.PROBLEM, problem());
        components.addResponses(
                OperationNotes.PROBLEM,
                new ApiResponse()
                        .description("What was wrong, in the caller's language (RFC 9457)")
                        .content(new Content()
                                .addMediaType(
                                        ProblemAnswer.TYPE,
                                        new MediaType()
                                                .schema(new Schema<>()
                                                        .$ref("#/components/schemas/" + OperationNotes.PROBLEM)))));
        // Pages are for people; the list of them is for those who review what the node answers.
        api.addExtension("x-pages", pages);
        return api.info(new Info()
                        .title("Jolkarta")
                        .version("1")
                        .description(
                                "x-rights: of several rights one is enough; without it, being signed in is enough.")
                        .license(new License().name("Apache-2.0")))
                .servers(List.of(new Server().url("/api")))
                .security(List.of(
                        new SecurityRequirement().addList("token"), new SecurityRequirement().addList("session")));
    }

    private static Schema<?> problem() {
        Schema<?> error =
                new ObjectSchema().addProperty("field", new StringSchema()).addProperty("message", new StringSchema());
        return new ObjectSchema()
                .addProperty("type", new StringSchema())
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("errors", new ArraySchema().items(error));
    }
}
