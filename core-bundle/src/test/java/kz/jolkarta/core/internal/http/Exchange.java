package kz.jolkarta.core.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.jolkarta.core.http.Json;

/** One request to a servlet and its answer, without a server between them. */
public final class Exchange {
    private final String verb;
    private final String path;
    private final String query;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Object> attributes = new HashMap<>();
    private byte[] body = new byte[0];
    private String address = "127.0.0.1";

    private final Map<String, List<String>> answerHeaders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final ByteArrayOutputStream answer = new ByteArrayOutputStream();
    private int status = 200;

    private Exchange(String verb, String target) {
        this.verb = verb;
        this.path = target.replaceFirst("\\?.*", "");
        this.query = target.contains("?") ? target.substring(target.indexOf('?') + 1) : null;
        headers.put("Host", "127.0.0.1:8181");
    }

    /** @param target path and query, with {@code /api} */
    public static Exchange of(String verb, String target) {
        return new Exchange(verb, target);
    }

    public Exchange header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public Exchange from(String remote) {
        address = remote;
        return this;
    }

    public Exchange body(String type, String text) {
        return body(type, text.getBytes(StandardCharsets.UTF_8));
    }

    public Exchange body(String type, byte[] bytes) {
        headers.put("Content-Type", type);
        body = bytes;
        return this;
    }

    public Exchange json(String text) {
        return body("application/json", text);
    }

    public Exchange with(Servlet servlet) {
        try {
            servlet.service(request(), response());
        } catch (ServletException | IOException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    public Exchange through(Filter filter, FilterChain chain) {
        try {
            filter.doFilter(request(), response(), chain);
        } catch (ServletException | IOException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    public int status() {
        return status;
    }

    public String text() {
        return answer.toString(StandardCharsets.UTF_8);
    }

    public JsonNode answer() {
        try {
            return Json.mapper().readTree(text());
        } catch (IOException e) {
            throw new IllegalStateException(text(), e);
        }
    }

    /** "" when it was not sent. */
    public String answered(String header) {
        return answerHeaders.getOrDefault(header, List.of("")).get(0);
    }

    /** All values of the header. */
    public List<String> answeredAll(String header) {
        return answerHeaders.getOrDefault(header, List.of());
    }

    public static ServletConfig config() {
        ServletContext context = fake(ServletContext.class, (proxy, method, args) -> switch (method.getName()) {
            case "getInitParameterNames", "getAttributeNames" -> Collections.emptyEnumeration();
            case "getContextPath" -> "";
            case "getClassLoader" -> Exchange.class.getClassLoader();
            default -> nothing(method.getReturnType());
        });
        return fake(ServletConfig.class, (proxy, method, args) -> switch (method.getName()) {
            case "getServletContext" -> context;
            case "getServletName" -> "test";
            case "getInitParameterNames" -> Collections.emptyEnumeration();
            default -> nothing(method.getReturnType());
        });
    }

    private HttpServletRequest request() {
        String servletPath = path.startsWith("/api") ? "/api" : "";
        ServletInputStream in = new BytesIn(body);
        return fake(HttpServletRequest.class, (proxy, method, args) -> switch (method.getName()) {
            case "getMethod" -> verb;
            case "getRequestURI" -> path;
            case "getRequestURL" -> new StringBuffer("http://127.0.0.1:8181" + path);
            case "getContextPath" -> "";
            case "getServletPath" -> servletPath;
            case "getPathInfo" -> path.substring(servletPath.length());
            case "getQueryString" -> query;
            case "getScheme" -> "http";
            case "getRemoteAddr" -> address;
            case "getServerName" -> "127.0.0.1";
            case "getServerPort" -> 8181;
            case "getHeader" -> headers.get((String) args[0]);
            case "getHeaders" ->
                Collections.enumeration(
                        headers.containsKey((String) args[0]) ? List.of(headers.get((String) args[0])) : List.of());
            case "getHeaderNames" -> Collections.enumeration(headers.keySet());
            case "getCookies" -> cookies();
            case "getContentType" -> headers.get("Content-Type");
            case "getContentLength" -> body.length;
            case "getContentLengthLong" ->
                headers.containsKey("Content-Length") ? Long.parseLong(headers.get("Content-Length")) : body.length;
            case "getInputStream" -> in;
            case "getAttribute" -> attributes.get((String) args[0]);
            case "setAttribute" -> attributes.put((String) args[0], args[1]);
            case "removeAttribute" -> attributes.remove((String) args[0]);
            case "getAttributeNames" -> Collections.enumeration(new ArrayList<>(attributes.keySet()));
            case "getParameterNames" -> Collections.emptyEnumeration();
            case "getParameterMap" -> Map.of();
            case "getServletContext" -> config().getServletContext();
            default -> nothing(method.getReturnType());
        });
    }

    private Cookie[] cookies() {
        String sent = headers.get("Cookie");
        return sent == null
                ? null
                : java.util.Arrays.stream(sent.split("; "))
                        .map(c -> new Cookie(c.split("=", 2)[0], c.split("=", 2)[1]))
                        .toArray(Cookie[]::new);
    }

    private HttpServletResponse response() {
        ServletOutputStream out = new BytesOut(answer);
        return fake(HttpServletResponse.class, (proxy, method, args) -> {
            switch (method.getName()) {
                case "setStatus", "sendError" -> status = (int) args[0];
                case "getStatus" -> {
                    return status;
                }
                case "setHeader" -> answerHeaders.put((String) args[0], new ArrayList<>(List.of((String) args[1])));
                case "addHeader" ->
                    answerHeaders
                            .computeIfAbsent((String) args[0], n -> new ArrayList<>())
                            .add((String) args[1]);
                case "setContentType" -> answerHeaders.put("Content-Type", List.of((String) args[0]));
                case "getOutputStream" -> {
                    return out;
                }
                case "resetBuffer", "reset" -> answer.reset();
                case "containsHeader" -> {
                    return answerHeaders.containsKey((String) args[0]);
                }
                case "getHeaderNames" -> {
                    return answerHeaders.keySet();
                }
                case "getHeaders" -> {
                    return answerHeaders.getOrDefault((String) args[0], List.of());
                }
                case "getHeader" -> {
                    return answerHeaders.containsKey((String) args[0]) ? answered((String) args[0]) : null;
                }
                default -> {
                    return nothing(method.getReturnType());
                }
            }
            return null;
        });
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        InvocationHandler named = (proxy, method, args) -> {
            Object result = handler.invoke(proxy, method, args);
            return method.getReturnType() == void.class ? null : result;
        };
        return type.cast(Proxy.newProxyInstance(Exchange.class.getClassLoader(), new Class<?>[] {type}, named));
    }

    private static Object nothing(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class) {
            return 0;
        }
        if (type == long.class) {
            return 0L;
        }
        return null;
    }

    private static final class BytesIn extends ServletInputStream {
        private final ByteArrayInputStream in;

        BytesIn(byte[] bytes) {
            in = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            return in.read();
        }

        @Override
        public int read(byte[] target, int from, int length) {
            return in.read(target, from, length);
        }

        @Override
        public boolean isFinished() {
            return in.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class BytesOut extends ServletOutputStream {
        private final ByteArrayOutputStream out;

        BytesOut(ByteArrayOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) {
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            out.write(bytes, from, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
