package kz.jolkarta.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kz.jolkarta.core.Problem;

/**
 * A target as it is sent; what is null was not given.
 *
 * @param value as it was written
 * @param title of the document that sets it, like its number and its date
 */
record TargetInput(String value, String title, String number, LocalDate date) {
    static final int LONGEST_TITLE = 300;

    TargetInput {
        value = value == null ? "" : value.strip();
        title = title == null ? "" : title.strip();
        number = number == null ? "" : number.strip();
    }

    static TargetInput of(Target target) {
        return new TargetInput(
                target.value().map(BigDecimal::toPlainString).orElse(""),
                target.ground().map(Target.Ground::title).orElse(""),
                target.ground().map(Target.Ground::number).orElse(""),
                target.ground().map(Target.Ground::date).orElse(null));
    }

    Target.Ground ground() {
        return new Target.Ground(title, number, date);
    }

    /** @return the value @throws Problem INVALID with everything that is wrong */
    BigDecimal read(ArchiveForm.Line line) {
        List<Problem.FieldError> wrong = new ArrayList<>();
        ArchiveForm.Line.Reading reading = line.read(value);
        TermInput.required(wrong, "value", !value.isEmpty());
        reading.wrong().ifPresent(m -> wrong.add(new Problem.FieldError("value", m)));
        TermInput.text(wrong, "title", title, LONGEST_TITLE);
        TermInput.text(wrong, "number", number, TermInput.LONGEST_NUMBER);
        TermInput.day(wrong, "date", date);
        if (!wrong.isEmpty()) {
            throw Problem.fields(wrong);
        }
        return reading.value().orElseThrow();
    }
}
