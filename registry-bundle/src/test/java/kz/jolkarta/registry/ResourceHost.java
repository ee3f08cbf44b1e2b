package kz.jolkarta.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.internal.http.PlainValues;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.model.Parameter;
import org.glassfish.jersey.server.spi.internal.ValueParamProvider;

/** Resources behind JAX-RS and the API's JSON, without a server: what their paths, parameters and bodies really mean. */
public final class ResourceHost {
    private static final URI BASE = URI.create("http://localhost/api/");

    private final ApplicationHandler handler;
    private final List<Problem.Refused> refused = new CopyOnWriteArrayList<>();
    private volatile Caller caller;

    public ResourceHost(ApiResource... resources) {
        handler = new ApplicationHandler(new ResourceConfig()
                .registerInstances(Set.<Object>of((Object[]) resources))
                .register(new JacksonJsonProvider(Json.mapper()))
                .register(new PlainValues())
                .register(new Refusals())
                .register(new Malformed())
                .register(new AbstractBinder() {
                    @Override
                    protected void configure() {
                        bind(new Callers()).to(ValueParamProvider.class);
                    }
                }));
    }

    public ResourceHost as(Caller other) {
        caller = other;
        return this;
    }

    /** @param headers the answer's */
    public record Answer(int status, Map<String, String> headers, byte[] body) {
        public JsonNode json() {
            try {
                return Json.mapper().readTree(text());
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(text(), e);
            }
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    public Answer get(String path) {
        return send("GET", path, "", "");
    }

    public Answer post(String path, String body) {
        return send("POST", path, "", body);
    }

    public Answer post(String path, String ifMatch, String body) {
        return send("POST", path, ifMatch, body);
    }

    /** @param ifMatch "" for none */
    public Answer put(String path, String ifMatch, String body) {
        return send("PUT", path, ifMatch, body);
    }

    public Answer delete(String path, String ifMatch) {
        return send("DELETE", path, ifMatch, "");
    }

    private Answer send(String verb, String path, String ifMatch, String body) {
        ContainerRequest request = new ContainerRequest(
                BASE, BASE.resolve(path.replace(" ", "%20")), verb, null, new MapPropertiesDelegate(), null);
        if (!ifMatch.isEmpty()) {
            request.header(HttpHeaders.IF_MATCH, ifMatch);
        }
        if (!body.isEmpty()) {
            request.header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
            request.setEntityStream(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ContainerResponse response = handler.apply(request, out).get();
            Map<String, String> headers = new HashMap<>();
            response.getStringHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
            return new Answer(response.getStatus(), headers, out.toByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private final class Callers implements ValueParamProvider {
        @Override
        public Function<ContainerRequest, ?> getValueProvider(Parameter parameter) {
            return parameter.getRawType() == Caller.class ? request -> caller : null;
        }

        @Override
        public PriorityType getPriority() {
            return Priority.HIGH;
        }
    }

    /** What the node would have written to the audit trail as refused, since it was last asked for. */
    public List<Problem.Refused> refused() {
        List<Problem.Refused> found = List.copyOf(refused);
        refused.clear();
        return found;
    }

    private final class Refusals implements ExceptionMapper<Problem> {
        @Override
        public Response toResponse(Problem problem) {
            problem.refused().ifPresent(refused::add);
            Map<String, Object> members = new HashMap<>(problem.details());
            members.put("key", problem.message().key());
            members.put(
                    "fields",
                    problem.fields().stream().map(Problem.FieldError::field).toList());
            return Response.status(problem.kind().status())
                    .type(MediaType.APPLICATION_JSON)
                    .entity(members)
                    .build();
        }
    }

    private static final class Malformed implements ExceptionMapper<JsonProcessingException> {
        @Override
        public Response toResponse(JsonProcessingException malformed) {
            return Response.status(400).build();
        }
    }

    /** The tag, in its quotes. */
    public static String version(Answer answer) {
        return Optional.ofNullable(answer.headers().get(HttpHeaders.ETAG)).orElseThrow();
    }
}
