package kz.jolkarta.registry.places;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.i18n.Text;
import kz.jolkarta.registry.places.TerritoryStore.FormerName;

/** The state classifier as it is delivered, and the dates that it does not tell. */
public final class TerritoryFile {
    static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);
    /** The decree № 887 of 3 May 2022 came into force: 17 regions became 20. */
    static final LocalDate THREE_REGIONS_MORE = LocalDate.of(2022, 6, 8);

    private static final Map<String, String> SPLIT_OFF =
            Map.of("100000000", "630000000", "330000000", "190000000", "620000000", "350000000");

    private static final List<FormerName> FORMER_NAMES = List.of(
            new FormerName(
                    "710000000",
                    BEGINNING,
                    LocalDate.of(2019, 3, 22),
                    new Text("Астана қаласы", "город Астана", "Astana City")),
            new FormerName(
                    "710000000",
                    LocalDate.of(2019, 3, 23),
                    LocalDate.of(2022, 9, 16),
                    new Text("Нұр-Сұлтан қаласы", "город Нур-Султан", "Nur-Sultan City")));

    private TerritoryFile() {}

    /** Fills an empty table, whole or not at all, once for however many nodes start together. */
    public static void load(Database database) {
        database.run(tx -> {
            TerritoryStore.lock(tx);
            if (TerritoryStore.isEmpty(tx)) {
                TerritoryStore.insert(tx, units());
                TerritoryStore.insertNames(tx, FORMER_NAMES);
            }
        });
    }

    static List<Unit> units() {
        List<Unit> units = new ArrayList<>();
        try (Reader file = new InputStreamReader(
                        TerritoryFile.class.getResourceAsStream("/data/territories.csv"), StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            rows.forEach(row -> units.add(unit(row)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return units;
    }

    private static Unit unit(NamedCsvRecord row) {
        String code = row.getField("code");
        Optional<String> formerly = Optional.ofNullable(SPLIT_OFF.get(code));
        return new Unit(
                code,
                row.getField("parent"),
                UnitKind.valueOf(row.getField("kind")),
                Optional.of(row.getField("rural")).filter(r -> !r.isEmpty()).map("1"::equals),
                new Text(row.getField("name_kk"), row.getField("name_ru"), row.getField("name_en")),
                formerly.isPresent() ? THREE_REGIONS_MORE : BEGINNING,
                Optional.empty(),
                formerly,
                1);
    }
}
