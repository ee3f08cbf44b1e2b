package kz.jolkarta.core.internal.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Open;

/** The description of the API (OpenAPI 3.0), read from the resources that are there; each operation tells the rights it needs. */
@Path("openapi.json")
public final class OpenApiResource implements ApiResource {
    private final Resources resources;
    private volatile Described cached = new Described(Set.of(), "");

    OpenApiResource(Resources resources) {
        this.resources = resources;
    }

    private record Described(Set<Class<?>> types, String json) {}

    @GET
    @Produces("application/json")
    @Open(anonymous = true)
    public String description() {
        Set<Class<?>> types = resources.types();
        Described known = cached;
        if (!known.types().equals(types)) {
            known = new Described(types, describe(types));
            cached = known;
        }
        return known.json();
    }

    private static String describe(Set<Class<?>> types) {
        OpenAPI api = new Reader(new RightsReader().config()).read(types);
        api.info(new Info()
                .title("Jolkarta API")
                .version(1 + "")
                .description("Errors are application/problem+json in the language of Accept-Language (kk, ru, en)."));
        api.servers(List.of(new Server().url("/api")));
        return "";
    }
}
