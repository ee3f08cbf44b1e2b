package kz.jolkarta.core.internal.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;

/** Failures as pages that help: what was wrong, and what to do now. */
final class PageFailures {
    private static final Set<String> DUTIES = Stream.of(Authentication.Signed.Duty.values())
            .map(Authentication.Signed.Duty::key)
            .collect(Collectors.toUnmodifiableSet());

    private final ViewWriter writer;
    private final Frames frames;

    PageFailures(ViewWriter writer, Frames frames) {
        this.writer = writer;
        this.frames = frames;
    }

    Response.ResponseBuilder of(Throwable failure, HttpServletRequest request) {
        Optional<String> elsewhere = elsewhere(failure, request);
        if (elsewhere.isPresent()) {
            return Response.status(303).header("Location", elsewhere.get());
        }
        View view = view(failure, request);
        try {
            return Response.status(view.status()).type(ViewWriter.TYPE).entity(writer.rendered(view, request));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For what fails outside of any application. */
    void write(Throwable failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.resetBuffer();
        Optional<String> elsewhere = elsewhere(failure, request);
        if (elsewhere.isPresent()) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", elsewhere.get());
            return;
        }
        View view = view(failure, request);
        byte[] page = writer.rendered(view, request);
        response.setStatus(view.status());
        response.setContentType(ViewWriter.TYPE);
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    /** Who is not signed in, or has a one-time password, is led to where that is mended. */
    private static Optional<String> elsewhere(Throwable failure, HttpServletRequest request) {
        return FailureKinds.problem(failure).flatMap(p -> {
            if (DUTIES.contains(p.message().key())) {
                return Optional.of("/first-run");
            }
            if (p.kind() != Problem.Kind.UNAUTHENTICATED) {
                return Optional.empty();
            }
            boolean reading = request.getMethod().equals("GET");
            String wanted = reading ? Frames.wanted(request) : "/";
            return Optional.of(
                    wanted.equals("/") ? "/login" : "/login?to=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
        });
    }

    private View view(Throwable failure, HttpServletRequest request) {
        Words words = frames.words(request);
        return FailureKinds.problem(failure).map(p -> view(p, words)).orElseGet(() -> {
            String incident = ProblemAnswer.incident(failure);
            return view(500, words.text("problem.incident", incident), List.of(), "page.problem.500", words);
        });
    }

    private static View view(Problem problem, Words words) {
        List<String> more = new ArrayList<>();
        problem.fields().forEach(f -> more.add(f.field() + ": " + words.text(f.message())));
        if (problem.details().get("roles") instanceof List<?> roles) {
            String names = roles.stream().map(r -> words.text("page.role." + r)).collect(Collectors.joining(", "));
            more.add(words.text("page.problem.roles", names));
        }
        int status = problem.kind().status();
        String own = "page.problem." + problem.message().key();
        String help = words.has(own) ? own : "page.problem." + status;
        return view(status, words.text(problem.message()), more, help, words);
    }

    private static View view(int status, String sentence, List<String> more, String help, Words words) {
        String title = words.text("problem.title." + status);
        Tone tone = status >= 500 ? Tone.LATE : Tone.RUN;
        List<Block> blocks = Stream.of(
                        Stream.of(Block.Notice.of(tone, sentence)),
                        more.stream().map(Block.Paragraph::new),
                        Stream.of(help).filter(words::has).map(words::text).map(Block.Paragraph::new),
                        Stream.of(Block.Buttons.of(Action.primary(words.text("page.problem.home"), "/"))))
                .flatMap(s -> s.map(Block.class::cast))
                .toList();
        return View.of(title, blocks).status(status);
    }
}
