package kz.jolkarta.core.internal.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import kz.jolkarta.core.Problem;

/** A request whose body ends with a refusal once it is longer than allowed. */
final class LimitedRequest extends HttpServletRequestWrapper {
    static final long BODY = 10L * 1024 * 1024;
    static final long UPLOAD = 100L * 1024 * 1024;

    private final long limit;
    private ServletInputStream stream;

    private LimitedRequest(HttpServletRequest request, long limit) {
        super(request);
        this.limit = limit;
    }

    /** @throws Problem TOO_LARGE when the announced length is too long */
    static HttpServletRequest of(HttpServletRequest request) {
        String type = Optional.ofNullable(request.getContentType()).orElse("").toLowerCase(Locale.ROOT);
        long limit = type.startsWith("multipart/form-data") ? UPLOAD : BODY;
        if (request.getContentLengthLong() > limit) {
            throw tooLarge(limit);
        }
        return new LimitedRequest(request, limit);
    }

    private static Problem tooLarge(long limit) {
        return Problem.of(Problem.Kind.TOO_LARGE, "problem.body-too-large", limit / (1024 * 1024));
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (stream == null) {
            stream = new Counted(super.getInputStream(), limit);
        }
        return stream;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private static final class Counted extends ServletInputStream {
        private final ServletInputStream in;
        private final long limit;
        private long read;

        Counted(ServletInputStream in, long limit) {
            this.in = in;
            this.limit = limit;
        }

        private int counted(int bytes) {
            read += Math.max(bytes, 0);
            if (read > limit) {
                throw tooLarge(limit);
            }
            return bytes;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        /** A body that breaks off or is not framed as HTTP wants it is the sender's fault, and no bug. */
        @Override
        public int read(byte[] target, int from, int length) {
            try {
                return counted(in.read(target, from, length));
            } catch (IOException broken) {
                throw Problem.invalid("problem.request");
            }
        }

        @Override
        public int available() throws IOException {
            return in.available();
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
