package kz.jolkarta.registry.consents;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Words;

/** The text of a consent as a form: each part in three languages, the list of data line by line. */
final class TemplateForm {
    private static final String LINES = "lines.";
    private static final List<String> LANGUAGES = List.of("kk", "ru", "en");

    private TemplateForm() {}

    static Form of(Words words, ConsentTemplate template) {
        ConsentContent content = template.content();
        List<Field> fields = new ArrayList<>();
        fields.add(Field.hidden(FormInput.VERSION, template.version()));
        wording(words, fields, "operator", "consent.form.operator", content.operator());
        fields.add(Field.text("bin", words.text("consent.form.bin"))
                .value(content.bin())
                .help(words.text("page.consent-template.operator.help")));
        wording(words, fields, "subject", "page.consent-template.subject", content.subject());
        wording(words, fields, "aim", "consent.form.aim", content.aim());
        fields.add(Field.heading(words.text("consent.form.data")));
        lines(words, fields, "kk", content, Wording::kk);
        lines(words, fields, "ru", content, Wording::ru);
        lines(words, fields, "en", content, Wording::en);
        fields.add(Field.heading(words.text("consent.form.terms")));
        fields.add(Field.flag("thirdParties", words.text("consent.form.third-parties"))
                .value(content.thirdParties()));
        fields.add(Field.flag("crossBorder", words.text("consent.form.cross-border"))
                .value(content.crossBorder()));
        fields.add(Field.flag("publication", words.text("consent.form.publication"))
                .value(content.publication()));
        wording(words, fields, "recipients", "page.consent-template.recipients", content.recipients());
        wording(words, fields, "term", "consent.form.term", content.term());
        String page = TemplateLook.page(template.id());
        return Form.of(page + "/edit", words.text("page.consent-template.save"), fields)
                .cancel(page);
    }

    private static void wording(Words words, List<Field> fields, String name, String heading, Wording wording) {
        fields.add(Field.heading(words.text(heading)));
        List<String> texts = List.of(wording.kk(), wording.ru(), wording.en());
        for (int i = 0; i < LANGUAGES.size(); i++) {
            String language = LANGUAGES.get(i);
            fields.add(Field.lines(name + "." + language, words.text("page.consent-template.in." + language))
                    .value(texts.get(i)));
        }
    }

    private static void lines(
            Words words, List<Field> fields, String language, ConsentContent content, Function<Wording, String> of) {
        fields.add(Field.lines(LINES + language, words.text("page.consent-template.in." + language))
                .value(content.data().stream().map(of).collect(Collectors.joining("\n")))
                .help(words.text("page.consent-template.data.help")));
    }

    static ConsentContent read(FormInput input) {
        ConsentContent sent = input.as(ConsentContent.class);
        List<String> kk = split(input, "kk");
        List<String> ru = split(input, "ru");
        List<String> en = split(input, "en");
        List<Wording> data = new ArrayList<>();
        for (int i = 0; i < Math.max(kk.size(), Math.max(ru.size(), en.size())); i++) {
            data.add(new Wording(at(kk, i), at(ru, i), at(en, i)));
        }
        return new ConsentContent(
                sent.operator(),
                sent.bin(),
                sent.subject(),
                sent.aim(),
                data,
                input.flag("thirdParties"),
                sent.recipients(),
                input.flag("crossBorder"),
                input.flag("publication"),
                sent.term());
    }

    private static List<String> split(FormInput input, String language) {
        return input.first(LINES + language).lines().map(String::strip).toList();
    }

    private static String at(List<String> lines, int index) {
        return index < lines.size() ? lines.get(index) : "";
    }

    /** What is wrong with a part stands at its Kazakh text, with an item of the list at the Kazakh list. */
    static Form refused(Words words, ConsentTemplate template, FormInput input, Problem problem) {
        Form again = of(words, template).refused(input, problem, words);
        List<Field> fields = again.fields().stream()
                .map(field -> {
                    String told = problem.fields().stream()
                            .filter(e -> e.field()
                                    .replaceFirst("^data(\\[\\d+])?$", "lines")
                                    .concat(".kk")
                                    .equals(field.name()))
                            .map(e -> words.text(e.message()))
                            .distinct()
                            .collect(Collectors.joining(" "));
                    return told.isEmpty() ? field : field.error(told);
                })
                .toList();
        return new Form(
                again.action(),
                fields,
                again.submit(),
                false,
                words.text(problem.message()),
                again.difference(),
                again.cancel());
    }
}
