package kz.jolkarta.reporting;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import kz.jolkarta.core.http.Json;

/**
 * A report as a file, written while it is sent.
 *
 * @param plain name in ASCII, without its ending, for old programs
 * @param name in the file's own language, without its ending
 */
record ReportFile(String plain, String name, PaperFormat format, Consumer<OutputStream> content) {
    String fileName() {
        return plain + "." + Json.name(format);
    }

    /** With both names (RFC 6266). */
    Response response() {
        String own = URLEncoder.encode(name + "." + Json.name(format), StandardCharsets.UTF_8)
                .replace("+", "%20");
        StreamingOutput body = content::accept;
        return Response.ok(body, format.mediaType())
                .header("Content-Disposition", "attachment; filename=\"" + fileName() + "\"; filename*=UTF-8''" + own)
                .build();
    }
}
