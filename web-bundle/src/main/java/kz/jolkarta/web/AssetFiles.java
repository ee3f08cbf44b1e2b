package kz.jolkarta.web;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code GET /assets/<hash>/<file>}: for anybody, kept by browsers for a year. */
@Component(service = Servlet.class, property = "osgi.http.whiteboard.servlet.pattern=/assets/*")
public final class AssetFiles extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Assets assets;

    @Activate
    public AssetFiles(@Reference Assets assets) {
        this.assets = assets;
    }

    /** HEAD comes here too; the container then leaves the body out. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
        Optional<Assets.Asset> found = assets.at(path.substring(1));
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Assets.Asset asset = found.get();
        boolean zipped = asset.zipped().isPresent() && takesGzip(request.getHeader("Accept-Encoding"));
        String tag = "\"" + assets.hashOfAll() + (zipped ? "-z" : "") + "\"";
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        response.setHeader("Vary", "Accept-Encoding");
        response.setHeader("ETag", tag);
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        byte[] body = zipped ? asset.zipped().get() : asset.plain();
        response.setContentType(asset.type());
        response.setContentLength(body.length);
        if (zipped) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.getOutputStream().write(body);
    }

    static boolean takesGzip(String accepted) {
        return accepted != null
                && Arrays.stream(accepted.split(","))
                        .map(String::strip)
                        .anyMatch(coding -> coding.equals("gzip") || coding.matches("gzip;\\s*q=(1|0\\.0*[1-9]).*"));
    }
}
