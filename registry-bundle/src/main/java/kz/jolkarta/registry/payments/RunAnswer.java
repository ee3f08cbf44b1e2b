package kz.jolkarta.registry.payments;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.registry.records.Tables;

/** What is answered about payment runs, in the caller's language. */
public final class RunAnswer {
    private RunAnswer() {}

    /**
     * @param due awards that would be paid
     * @param total tenge
     * @param stopped awards that would not be paid
     * @param next what to send as {@code after} for the following page, "" on the last one
     */
    public record Preview(
            long due, BigDecimal total, long stopped, List<RunLine> items, String next, List<String> warnings) {}

    /**
     * @param dropped lines that were proposed and not paid, with the reason
     * @param warnings plans that are exceeded
     */
    public record Run(PaymentRun run, List<RunLine> dropped, List<String> warnings) {}

    static Preview preview(RunPreview found, Language language, Tables texts) {
        Page<RunLine> lines = explained(found.lines(), language, texts);
        return new Preview(
                found.due(),
                found.total(),
                found.stopped(),
                lines.items(),
                lines.next(),
                told(found.warnings(), language, texts));
    }

    static Run proposed(PaymentRuns.Proposed made, Language language, Tables texts) {
        return new Run(made.run(), List.of(), told(made.warnings(), language, texts));
    }

    static Run decided(RunDecisions.Decided decided, Language language, Tables texts) {
        List<RunLine> dropped = decided.dropped().stream()
                .map(line -> explained(line, language, texts))
                .toList();
        return new Run(decided.run(), dropped, told(decided.warnings(), language, texts));
    }

    static Page<RunLine> explained(Page<RunLine> page, Language language, Tables texts) {
        return new Page<>(
                page.items().stream()
                        .map(line -> explained(line, language, texts))
                        .toList(),
                page.next());
    }

    static RunLine explained(RunLine line, Language language, Tables texts) {
        if (line.verdict() == Verdict.DUE) {
            return line;
        }
        Stream<String> words = Stream.concat(Stream.of(line.verdict().message()), line.objections().stream())
                .map(message -> texts.text(language, message));
        return line.explained(words.collect(Collectors.joining(" ")));
    }

    private static List<String> told(List<Message> messages, Language language, Tables texts) {
        return messages.stream().map(message -> texts.text(language, message)).toList();
    }
}
