package kz.jolkarta.core.internal.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import kz.jolkarta.core.pages.Renderer;
import kz.jolkarta.core.pages.View;

/** Writes a page: rendered whole before its first byte leaves, so that a failure is told and not cut off. */
final class ViewWriter {
    static final String TYPE = "text/html;charset=UTF-8";
    private static final int USUAL = 32 * 1024;

    private final Renderer renderer;
    private final Frames frames;

    ViewWriter(Renderer renderer, Frames frames) {
        this.renderer = renderer;
        this.frames = frames;
    }

    byte[] rendered(View view, HttpServletRequest request) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(USUAL);
        renderer.render(view, frames.around(request), out);
        return out.toByteArray();
    }

    MessageBodyWriter<View> forRequests() {
        return new Body(this);
    }

    private static final class Body implements MessageBodyWriter<View> {
        private final ViewWriter writer;

        @Context
        private HttpServletRequest request;

        Body(ViewWriter writer) {
            this.writer = writer;
        }

        @Override
        public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
            return type == View.class;
        }

        @Override
        public void writeTo(
                View view,
                Class<?> type,
                Type generic,
                Annotation[] annotations,
                MediaType media,
                MultivaluedMap<String, Object> headers,
                OutputStream out)
                throws IOException {
            byte[] page = writer.rendered(view, request);
            headers.putSingle("Content-Type", TYPE);
            out.write(page);
        }
    }
}
