package kz.jolkarta.registry.places;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import kz.jolkarta.core.i18n.Text;
import kz.jolkarta.registry.records.Checks;

/**
 * A territorial unit as it is sent; what may be null was not given.
 *
 * @param code KATO code; left out for a unit that has none yet: a free one below the parent is given to it
 * @param parent code of the unit above; fixed once the unit is there, as kind and rural are
 * @param names at least the Kazakh or the Russian one, up to 200 characters
 * @param validFrom the first day it existed
 * @param renamedOn the first day of the names sent, when they are new and not a correction
 */
public record TerritoryInput(
        String code,
        String parent,
        UnitKind kind,
        Boolean rural,
        Names names,
        LocalDate validFrom,
        LocalDate validTo,
        LocalDate renamedOn) {
    /** One of kk and ru is needed. */
    public record Names(String kk, String ru, String en) {
        Text text() {
            return new Text(plain(kk), plain(ru), plain(en));
        }

        private static String plain(String name) {
            return name == null ? "" : name.strip();
        }
    }

    void check() {
        Checks checks = new Checks();
        checks.required("names", names);
        checks.required("validFrom", validFrom);
        if (names != null) {
            Text text = names.text();
            checks.that(!text.kk().isEmpty() || !text.ru().isEmpty(), "names", "territory.name-needed");
            Stream.of(text.kk(), text.ru(), text.en()).forEach(name -> checks.text("names", name, 200));
        }
        if (validFrom != null && validTo != null) {
            checks.that(!validTo.isBefore(validFrom), "validTo", "child.date.order");
        }
        checks.done();
    }

    /** What can be changed of a unit, to be compared with what somebody else changed. */
    public record Editable(Text names, LocalDate validFrom, Optional<LocalDate> validTo) {
        static Editable of(Unit unit) {
            return new Editable(unit.name(), unit.from(), unit.to());
        }
    }

    Editable editable() {
        return new Editable(names.text(), validFrom, Optional.ofNullable(validTo));
    }
}
