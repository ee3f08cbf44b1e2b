package kz.jolkarta.registry.proposals;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.registry.ChildFacts;
import kz.jolkarta.core.registry.TalentField;
import kz.jolkarta.registry.records.Tables;
import kz.jolkarta.registry.roadmaps.FormContent;
import kz.jolkarta.registry.roadmaps.FormField;

/** The fields of a form that the registry can fill in; a form without them simply stays empty there. */
final class Prefill {
    private static final int TEXT = 500;
    private static final int PRIZES = 5;

    private final Language language;
    private final Tables texts;

    Prefill(Language language, Tables texts) {
        this.language = language;
        this.texts = texts;
    }

    /**
     * Values by field.
     *
     * @param fields of talent, the child's own
     * @param known further values for fields of text, by the field's code; blank ones are not set
     */
    Map<String, Object> content(
            FormContent form, ChildFacts child, List<TalentField> fields, Map<String, String> known, LocalDate day) {
        Map<String, String> words = new LinkedHashMap<>(known);
        Reasons.list(Reasons.talents(fields)).ifPresent(list -> words.put("directions", texts.text(language, list)));
        words.put("strengths", strengths(child, fields, day));
        Map<String, Object> content = new LinkedHashMap<>();
        form.fields()
                // Diagnostics are written by those who may see them only.
                .filter(field -> form.readers(field.code()).write() == Right.CHILDREN_WRITE)
                .forEach(field -> value(field, words, fields).ifPresent(v -> content.put(field.code(), v)));
        return content;
    }

    private static Optional<String> value(FormField field, Map<String, String> words, List<TalentField> fields) {
        return switch (field.kind()) {
            case TEXT, LONG_TEXT ->
                Optional.ofNullable(words.get(field.code()))
                        .filter(text -> !text.isBlank())
                        .map(text -> Drafting.clip(text, TEXT));
            case CHOICE -> field.code().equals("talent") ? talent(field, fields) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<String> talent(FormField field, List<TalentField> fields) {
        return fields.stream()
                .map(talent -> talent.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .filter(code -> field.choices().stream()
                        .anyMatch(choice -> choice.code().equals(code)))
                .findFirst();
    }

    /** Talents that were identified, and the highest results. */
    private String strengths(ChildFacts child, List<TalentField> fields, LocalDate day) {
        String talents = Reasons.list(Reasons.talents(fields))
                .map(list -> texts.text(language, Message.of("proposal.content.talents", list)))
                .orElse("");
        String prizes = child.prizes().stream()
                .filter(prize -> !prize.on().isAfter(day))
                .sorted(Comparator.comparing(ChildFacts.Prize::level)
                        .thenComparing(ChildFacts.Prize::on)
                        .reversed())
                .limit(PRIZES)
                .map(prize -> texts.text(language, Reasons.prize(prize)))
                .collect(Collectors.joining("; "));
        String won = prizes.isEmpty() ? "" : texts.text(language, Message.of("proposal.content.prizes", prizes));
        return (talents + " " + won).strip();
    }
}
