package kz.jolkarta.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Synthetic lists of children of any size, as a coordinator would keep them; the same seed gives the same list. No real person is meant. */
final class ChildList {
    private static final String[] BOYS =
            ("Айбар Айбек Алдияр Әлихан Әмір Арсен Бекзат Дамир Дәулет Диас Ерасыл Жандос Қайрат Қуаныш Мансұр Нұрасыл "
                            + "Нұрлан Олжас Өмір Рамазан Санжар Сұлтан Темірлан Үмітжан Шыңғыс Ілияс")
                    .split(" ");
    private static final String[] GIRLS =
            ("Аделя Айару Айгерім Айша Ақбота Алина Аружан Аяла Балжан Дана Еркежан Жібек Зере Камила Қымбат Ләйлә Мадина "
                            + "Мөлдір Нұрай Раяна Сабина Томирис Ұлпан Фатима Шұғыла Ырысты")
                    .split(" ");
    private static final String[] SURNAMES =
            ("Абдрахманов Ахметов Бекенов Дүйсенов Есенов Жүнісов Искаков Қасымов Мұқанов Оспанов Өтегенов Рахимов "
                            + "Сүлейменов Төлеуов Ұзақбаев Хасенов Шәріпов Ысқақов Кенжебаев Байжанов")
                    .split(" ");
    private static final String[] TALENTS = {
        "математика", "физика", "информатика", "музыка", "спорт", "шахмат", "тарих", "робототехника", "көшбасшылық"
    };
    private static final String HEADINGS =
            "№;ЖСН;Тегі;Аты;Әкесінің аты;Туған күні;Жынысы;Мектеп;Сынып;Елді мекен (ӘАОЖ коды);Көп балалы отбасы;"
                    + "АӘК алушы;Дарындылық бағыты;Заңды өкілі;Телефон;Келісім күні";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final Random random;
    private final List<String> settlements;
    private final LocalDate today;
    private final Set<String> issued = new HashSet<>();

    /** @param territories the classifier, {@code code,parent,kind,rural,…} a line */
    ChildList(long seed, Path territories, LocalDate today) throws IOException {
        this(seed, territories, today, "");
    }

    /** @param region first digits of the codes of the settlements */
    ChildList(long seed, Path territories, LocalDate today, String region) throws IOException {
        this.random = new Random(seed);
        this.today = today;
        try (var lines = Files.lines(territories)) {
            settlements = lines.skip(1)
                    .map(line -> line.split(",", 5))
                    .filter(cells -> cells[0].startsWith(region))
                    .filter(cells -> cells[3].equals("0") || cells[2].equals("VILLAGE") && random.nextInt(12) == 0)
                    .map(cells -> cells[0])
                    .toList();
        }
    }

    void write(int rows, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(HEADINGS + "\r\n");
            for (int i = 1; i <= rows; i++) {
                out.write(row(i) + "\r\n");
            }
        }
    }

    private String row(int number) {
        boolean boy = random.nextBoolean();
        LocalDate born = today.minusDays(365 * 7 + random.nextInt(365 * 10));
        String surname = pick(SURNAMES);
        int grade = Math.max(1, Math.min(11, today.getYear() - born.getYear() - 6));
        return String.join(
                ";",
                String.valueOf(number),
                iin(born, boy),
                boy ? surname : surname + "а",
                boy ? pick(BOYS) : pick(GIRLS),
                random.nextInt(4) == 0 ? "" : pick(BOYS) + (boy ? "ұлы" : "қызы"),
                born.format(DAY),
                boy ? "ер" : "әйел",
                "№ " + (1 + random.nextInt(60)) + " жалпы білім беретін мектеп",
                grade + pick(new String[] {"А", "Ә", "Б"}),
                settlements.get(random.nextInt(settlements.size())),
                random.nextInt(10) < 3 ? "иә" : "жоқ",
                random.nextInt(4) == 0 ? "иә" : "жоқ",
                pick(TALENTS),
                surname + " " + pick(GIRLS),
                "+7 700 000 %02d %02d".formatted(random.nextInt(100), random.nextInt(100)),
                today.minusDays(random.nextInt(400)).format(DAY));
    }

    private String pick(String[] from) {
        return from[random.nextInt(from.length)];
    }

    /** Numbers within one list differ, as real ones do. */
    private String iin(LocalDate born, boolean boy) {
        while (true) {
            String digits = born.format(DateTimeFormatter.ofPattern("yyMMdd"))
                    + (boy ? '5' : '6')
                    + "%04d".formatted(random.nextInt(10_000));
            int check = remainder(digits, 1);
            if (check == 10) {
                check = remainder(digits, 3);
            }
            if (check < 10 && issued.add(digits)) {
                return digits + check;
            }
        }
    }

    /** Weights run from the first one up and return to 1 after 11. */
    private static int remainder(String digits, int first) {
        int sum = 0;
        for (int i = 0; i < 11; i++) {
            sum += (digits.charAt(i) - '0') * ((first - 1 + i) % 11 + 1);
        }
        return sum % 11;
    }
}
