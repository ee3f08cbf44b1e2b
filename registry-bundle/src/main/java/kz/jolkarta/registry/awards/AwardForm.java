package kz.jolkarta.registry.awards;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.measure.Rule;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.records.DeclaredFields;

/** The fields of a kind of award, and what a form of them sent; which there are follows from the kind's declaration. */
record AwardForm(AwardWords look, AwardType type) {
    private static final String INDEX = "indexHundredths";

    private DeclaredFields declared() {
        return new DeclaredFields(look.measure().code(), type.fields());
    }

    private boolean monthly() {
        return type.rule(Rule.Monthly.class).isPresent();
    }

    /** What a proposal needs. */
    List<Field> proposal() {
        Words words = look.words();
        List<Field> fields = new ArrayList<>(dates(Optional.empty()));
        fields.addAll(declared().fields(words, Map.of()));
        fields.add(Field.text("place", words.text("record.heading.place")));
        fields.addAll(money(Optional.empty()));
        return fields;
    }

    /** What can be changed of an award. */
    List<Field> edit(Award award) {
        Words words = look.words();
        Optional<Award> one = Optional.of(award);
        List<Field> fields = new ArrayList<>(dates(one));
        fields.addAll(declared().fields(words, award.fields()));
        fields.add(Field.text("place", words.text("record.heading.place")).value(award.place()));
        fields.add(Field.text("documentNumber", words.text("record.heading.document-number"))
                .value(award.documentNumber()));
        fields.addAll(money(one));
        fields.add(Field.text("protocolNumber", words.text("record.heading.protocol-number"))
                .value(award.protocolNumber()));
        fields.add(Field.date("protocolDate", words.text("record.heading.protocol-date"))
                .value(award.protocolDate()));
        return fields;
    }

    /** What a proposal for many needs at least. */
    List<Field> forMany() {
        List<Field> fields = new ArrayList<>(dates(Optional.empty()));
        fields.addAll(declared().fields(look.words(), Map.of()));
        fields.addAll(money(Optional.empty()));
        return fields;
    }

    private List<Field> dates(Optional<Award> award) {
        Words words = look.words();
        Field from = Field.date("from", words.text("record.heading.from")).value(award.map(Award::from));
        return List.of(
                monthly() ? from.require() : from,
                Field.date("to", words.text("record.heading.to")).value(award.map(Award::to)));
    }

    /** A clause that needs no money has no fields for it. */
    private List<Field> money(Optional<Award> award) {
        Words words = look.words();
        if (look.measure().clause().sources().isEmpty()) {
            return List.of();
        }
        List<Field> fields = new ArrayList<>();
        fields.add(Field.money("amount", words.text(monthly() ? "page.awards.month-amount" : "record.heading.amount"))
                .value(award.map(Award::amount)));
        if (monthly()) {
            fields.add(Field.number(INDEX, words.text("page.awards.month-index"))
                    .value(award.map(Award::indexHundredths).map(h -> BigDecimal.valueOf(h, 2)))
                    .help(words.text("page.awards.month-help")));
        }
        Field source = Field.choice("source", words.text("record.heading.source"), look.sources())
                .value(award.map(Award::source));
        fields.add(monthly() ? source.require() : source);
        return fields;
    }

    /** The input that the form sent; an amount in indices is typed as such and kept in hundredths. */
    AwardInput read(FormInput input) {
        return declared().read(hundredths(input), AwardInput.class);
    }

    private static FormInput hundredths(FormInput input) {
        String typed = input.first(INDEX).replace(',', '.');
        if (!typed.matches("\\d{1,7}(\\.\\d{1,2})?")) {
            return input;
        }
        Map<String, List<String>> values = new LinkedHashMap<>(input.values());
        values.put(
                INDEX,
                List.of(new BigDecimal(typed).movePointRight(2).toBigInteger().toString()));
        return new FormInput(values, Map.of());
    }

    List<kz.jolkarta.core.pages.Block.Fact> facts(Award award) {
        return declared().facts(look.words(), award.fields());
    }
}
