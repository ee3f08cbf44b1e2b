package kz.jolkarta.core.internal.http;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Providers;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.pages.FormInput;
import org.glassfish.jersey.media.multipart.FormDataBodyPart;
import org.glassfish.jersey.media.multipart.FormDataMultiPart;

/** Reads a form as a browser sends it, with or without files. */
final class FormReader implements MessageBodyReader<FormInput> {
    @Context
    private Providers providers;

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == FormInput.class;
    }

    @Override
    public FormInput readFrom(
            Class<FormInput> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        if (media.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE)) {
            return parts(providers
                    .getMessageBodyReader(FormDataMultiPart.class, FormDataMultiPart.class, annotations, media)
                    .readFrom(FormDataMultiPart.class, FormDataMultiPart.class, annotations, media, headers, body));
        }
        return new FormInput(pairs(new String(body.readAllBytes(), StandardCharsets.UTF_8)), Map.of());
    }

    /** The WHATWG form encoding, in UTF-8. */
    static Map<String, List<String>> pairs(String encoded) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : encoded.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                values.computeIfAbsent(decoded(name), n -> new ArrayList<>()).add(plain(decoded(value)));
            }
        }
        return values;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw Problem.invalid("problem.request");
        }
    }

    /** Browsers send line ends as CR LF, and nobody may send what no text holds. */
    private static String plain(String value) {
        if (value.indexOf('\0') >= 0) {
            throw Problem.invalid("problem.unprintable-text");
        }
        return value.replace("\r\n", "\n");
    }

    private static FormInput parts(FormDataMultiPart form) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        Map<String, FormInput.Upload> files = new LinkedHashMap<>();
        form.getFields().forEach((name, parts) -> {
            for (FormDataBodyPart part : parts) {
                String file = part.getContentDisposition().getFileName();
                if (file == null) {
                    values.computeIfAbsent(name, n -> new ArrayList<>()).add(plain(part.getValue()));
                } else if (!file.isBlank()) {
                    // Header fields are read as Latin-1; browsers write the name in UTF-8.
                    String own = new String(file.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
                    files.put(name, new FormInput.Upload(own, part.getValueAs(InputStream.class)));
                }
            }
        });
        return new FormInput(values, files);
    }
}
