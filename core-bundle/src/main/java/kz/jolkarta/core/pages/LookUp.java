package kz.jolkarta.core.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.pages.Field.Option;

/**
 * A field of a form whose choices are too many to be listed: something is typed, and what is found by it is offered. Without a script that
 * is a second sending of the form; when only one is found it is taken at once.
 *
 * @param name of the field that carries what was chosen; the text is in a field of its own
 * @param search what a text finds, at most {@link #MOST} and one more
 * @param named what a chosen value is called; empty for an unknown one
 */
public record LookUp(String name, Function<String, List<Option>> search, Function<String, Optional<Option>> named) {
    /** How many are offered; of more one has to be told more. */
    public static final int MOST = 30;

    /** @param input of the form as it was sent, empty for a fresh one; @param kept what is stored now, "" for nothing */
    public List<Field> fields(String label, String help, FormInput input, String kept) {
        List<Field> fields = new ArrayList<>();
        String typed = input.first(text());
        fields.add(Field.text(text(), label).help(help).value(typed.isEmpty() ? null : typed));
        Map<String, Option> options = new LinkedHashMap<>();
        if (!typed.isEmpty()) {
            search.apply(typed).stream().limit(MOST).forEach(o -> options.put(o.value(), o));
        }
        String sent = input.values().isEmpty() ? kept : input.first(name);
        for (String value : List.of(kept, sent)) {
            if (!value.isEmpty()) {
                named.apply(value).ifPresent(o -> options.putIfAbsent(value, o));
            }
        }
        if (options.isEmpty()) {
            fields.add(Field.hidden(name, ""));
        } else {
            fields.add(Field.choice(name, label, List.copyOf(options.values())).value(sent.isEmpty() ? null : sent));
        }
        return fields;
    }

    /** The same where several are chosen: those who were so far are ticked, and what is found is offered beside them. */
    public List<Field> several(String label, String help, FormInput input, List<Option> chosen) {
        String typed = input.first(text());
        Field text = Field.text(text(), label).help(help).value(typed.isEmpty() ? null : typed);
        Map<String, Option> options = new LinkedHashMap<>();
        chosen.forEach(o -> options.put(o.value(), o));
        if (!typed.isEmpty()) {
            search.apply(typed).stream().limit(MOST).forEach(o -> options.putIfAbsent(o.value(), o));
        }
        return options.isEmpty()
                ? List.of(text, Field.hidden(name, ""))
                : List.of(
                        text,
                        Field.checks(name, label, List.copyOf(options.values()))
                                .values(chosen.stream().map(Option::value).toList()));
    }

    /**
     * Where several are chosen, what was typed only offers: who is meant is said by a tick.
     *
     * @throws Problem INVALID at the text when it finds nobody, too many, or nobody who is ticked
     */
    public void requireTicked(FormInput input) {
        String typed = input.first(text());
        if (typed.isEmpty()) {
            return;
        }
        List<Option> found = search.apply(typed);
        if (found.stream().anyMatch(o -> input.all(name).contains(o.value()))) {
            return;
        }
        if (found.isEmpty()) {
            throw Problem.field(text(), "page.look-up.none");
        }
        throw Problem.field(text(), found.size() > MOST ? "page.look-up.many" : "page.look-up.tick");
    }

    /**
     * The input with the one that is meant: what was typed counts more than what was chosen before.
     *
     * @throws Problem INVALID at the text when it finds none or several
     */
    public FormInput chosen(FormInput input) {
        String typed = input.first(text());
        if (typed.isEmpty()) {
            return input;
        }
        List<Option> found = search.apply(typed);
        String sent = input.first(name);
        if (found.stream().anyMatch(o -> o.value().equals(sent))) {
            return input;
        }
        if (found.isEmpty()) {
            throw Problem.field(text(), "page.look-up.none");
        }
        if (found.size() > MOST) {
            throw Problem.field(text(), "page.look-up.many");
        }
        if (found.size() > 1) {
            throw Problem.field(text(), "page.look-up.several");
        }
        Map<String, List<String>> values = new LinkedHashMap<>(input.values());
        values.put(name, List.of(found.get(0).value()));
        return new FormInput(values, input.files());
    }

    /** The refused form, where an error of what was not chosen yet stands at the text, since nobody sees the hidden field. */
    public static Form told(Form form) {
        List<Field> fields = new ArrayList<>(form.fields());
        for (int i = 1; i < fields.size(); i++) {
            Field field = fields.get(i);
            if (field.kind() == Field.Kind.HIDDEN && !field.error().isEmpty()) {
                Field text = fields.get(i - 1);
                fields.set(i - 1, text.error((text.error() + " " + field.error()).strip()));
                fields.set(i, field.error(""));
            }
        }
        return new Form(
                form.action(), fields, form.submit(), form.danger(), form.problem(), form.difference(), form.cancel());
    }

    /** The field of what is typed; its name leads into no member of an input. */
    private String text() {
        return name.replace('.', '-').replace('[', '-').replace("]", "") + "-search";
    }
}
