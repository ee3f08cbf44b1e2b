package kz.jolkarta.acceptance.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Debian's libfaketime, which gives a process another wall clock. Where it is not installed the tests are skipped by name, or fail with
 * {@code -Dclock=required}.
 */
public final class ClockLibrary implements ExecutionCondition {
    private static final Path PLACE = Path.of("/usr/lib");
    private static final String NAME = "faketime/libfaketimeMT.so.1";

    /** The library, in the folder of whatever architecture this is. */
    static Optional<Path> installed() {
        try (DirectoryStream<Path> architectures = Files.newDirectoryStream(PLACE, Files::isDirectory)) {
            for (Iterator<Path> each = architectures.iterator(); each.hasNext(); ) {
                Path library = each.next().resolve(NAME);
                if (Files.exists(library)) {
                    return Optional.of(library);
                }
            }
            return Optional.of(PLACE.resolve(NAME)).filter(Files::exists);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        boolean required = "required".equals(System.getProperty("clock"));
        return installed().isPresent() || required
                ? ConditionEvaluationResult.enabled("")
                : ConditionEvaluationResult.disabled("libfaketime is not installed");
    }
}
