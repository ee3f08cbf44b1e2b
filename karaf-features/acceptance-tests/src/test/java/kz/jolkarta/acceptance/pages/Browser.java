package kz.jolkarta.acceptance.pages;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A real Chromium for tests of pages, started once for the whole run. Where there is none the tests are skipped by name, or fail with
 * {@code -Dbrowser=required}.
 */
public final class Browser implements ExecutionCondition, ParameterResolver {
    private static final ExtensionContext.Namespace ALL = ExtensionContext.Namespace.create(Browser.class);
    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/local/bin/chromium");

    private static Optional<Path> installed() {
        return Stream.concat(Stream.ofNullable(System.getProperty("browser.path")), PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        boolean required = "required".equals(System.getProperty("browser"));
        return installed().isPresent() || required
                ? ConditionEvaluationResult.enabled("")
                : ConditionEvaluationResult.disabled("no Chromium is installed; -Dbrowser.path names one");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == com.microsoft.playwright.Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ALL)
                .getOrComputeIfAbsent(Started.class, k -> new Started(), Started.class)
                .browser;
    }

    /** JUnit closes it when the run is over. */
    static final class Started implements AutoCloseable {
        private final Playwright playwright;
        private final com.microsoft.playwright.Browser browser;

        Started() {
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Path chromium = installed().orElseThrow(() -> new AssertionError("no Chromium is installed"));
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(chromium)
                            .setArgs(List.of("--no-sandbox", "--disable-gpu")));
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }
}
