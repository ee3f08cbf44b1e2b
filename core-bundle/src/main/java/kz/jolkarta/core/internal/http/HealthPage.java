package kz.jolkarta.core.internal.http;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import kz.jolkarta.core.http.Json;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code GET /health}: 200 while the node does its work, 503 otherwise; for anybody, so it names no internals. */
@Component(service = Servlet.class, property = "osgi.http.whiteboard.servlet.pattern=/health")
public final class HealthPage extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient HealthReport health;

    @Activate
    public HealthPage(@Reference HealthReport health) {
        this.health = health;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HealthReport.Report report = health.report();
        Map<String, Object> checks = new LinkedHashMap<>();
        report.checks().forEach((name, found) -> {
            Map<String, String> check = new LinkedHashMap<>();
            check.put("status", Json.name(found.state()));
            if (!found.detail().isEmpty()) {
                check.put("detail", found.detail());
            }
            checks.put(name, check);
        });
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", report.up() ? "up" : "down");
        body.put("demo", report.demo());
        body.put("checks", checks);
        response.setStatus(report.up() ? 200 : 503);
        response.setContentType("application/json");
        response.getOutputStream().write(Json.mapper().writeValueAsBytes(body));
    }
}
