package kz.jolkarta.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Badge;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Chart;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Filters;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.Frame;
import kz.jolkarta.core.pages.Menu;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;

/** A page with one of everything that pages are made of; its people are invented. {@code text} goes into every place for text. */
record Gallery(String text, String href) {
    static final Gallery PLAIN = new Gallery("", "/children/1");

    static Frame frame(Language language) {
        return new Frame(
                new SpokenWords(language),
                "/children",
                "category=rural",
                Optional.of(new Frame.Reader("g.ospanova", "Оспанова Гүлмира", "үйлестіруші — Құрманғазы ауданы")),
                "c-s_rf",
                Optional.empty(),
                List.of(
                        new Frame.Section(
                                Menu.Group.OVERVIEW,
                                List.of(
                                        new Frame.Place("Жиынтық", "/", "layout-dashboard", false),
                                        new Frame.Place(
                                                "Назар аударыңыз", "/attention", "bell-ringing", false, 4, true))),
                        new Frame.Section(
                                Menu.Group.CHILDREN,
                                List.of(
                                        new Frame.Place("Балалар", "/children", "users", true, 1372, false),
                                        new Frame.Place("Тізімдерді енгізу", "/imports", "file-import", false))),
                        new Frame.Section(
                                Menu.Group.MEASURES,
                                List.of(new Frame.Place("Барлық 19 шара", "/measures", "layout-grid", false))),
                        new Frame.Section(
                                Menu.Group.REPORTING,
                                List.of(new Frame.Place("Жылдық есеп", "/reports", "report-analytics", false))),
                        new Frame.Section(
                                Menu.Group.ADMINISTRATION,
                                List.of(new Frame.Place("Тіркелгілер", "/accounts", "user-check", false)))),
                1800,
                "",
                "Атырау облысының торабы",
                "0.1.0");
    }

    static Frame outside(Language language) {
        return new Frame(
                new SpokenWords(language),
                "/sign-in",
                "",
                Optional.empty(),
                "",
                Optional.empty(),
                List.of(),
                0,
                "",
                "Атырау облысының торабы",
                "0.1.0");
    }

    static View signIn() {
        Form form = Form.of(
                "/login",
                "Кіру",
                List.of(
                        Field.hidden("to", "/"),
                        Field.text("login", "Логин").require(),
                        Field.password("password", "Құпиясөз").require()));
        return View.of("Кіру", form, new Block.Paragraph("Құпиясөзді ұмытсаңыз, торап әкімшісіне жүгініңіз."))
                .lead("Атырау облысының торабы");
    }

    private String t(String words) {
        return text.isEmpty() ? words : text;
    }

    private Action post(String label) {
        return Action.post(t(label), "/children/1/act").with("year", 2026).icon("plus");
    }

    View everything() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(head());
        blocks.add(flow());
        blocks.add(
                Block.Notice.of(Tone.RUN, t("Есеп тапсыруға 48 күн қалды."), Action.link(t("Есепті ашу"), "/reports")));
        blocks.add(new Block.Clock(
                t("Есеп мерзімдері"),
                List.of(
                        new Block.Term("48", t("күн қалды"), "10.01.2027", t("өңірлер → министрлік"), href, Tone.PLAIN),
                        new Block.Term("3", t("күн өтті"), "25.01.2027", t("министрлік → Үкімет"), "", Tone.LATE)),
                t("Дайын: 3"),
                3,
                20,
                Optional.of(Action.go(t("Еске салу"), "/nation"))));
        blocks.add(tiles());
        blocks.add(new Block.Facts(List.of(
                Block.Fact.of(t("Мерзімі"), t("жыл сайын, желтоқсан")),
                Block.Fact.of(t("Қаржыландыру көзі"), t("жергілікті бюджет")),
                new Block.Fact(t("Жауапты"), Cell.link(t("жергілікті атқарушы органдар"), href)))));
        blocks.add(Block.Card.of(t("2026 жыл: барлық шара бір жерде"), year()).at("support"));
        blocks.add(new Block.Column(
                8,
                List.of(
                        Block.Card.of(t("Тірі жоспар"), plan()).badge(Badge.of(t("бекітілген"), Tone.OK, "check")),
                        Block.Card.of(t("Кім қарады"), history()))));
        blocks.add(new Block.Column(
                4,
                List.of(
                        Block.Card.of(t("Құқығы бар, қамтылмаған"), rows())
                                .mark()
                                .badge(Badge.of("3", Tone.RUN)),
                        Block.Card.of(t("Келісімдер"), new Block.Rows(List.of(), t("Келісім әлі алынбаған.")))
                                .actions(post("Қосу")))));
        blocks.addAll(lists());
        blocks.addAll(charts());
        blocks.addAll(forms());
        blocks.addAll(texts());
        return View.of(t("Мөлдір Ерланқызы Өтеғалиева"), blocks)
                .lead(t("14 жаста · Нұржау орта мектебі, 9-сынып"))
                .up(t("Балалар тізімі"), "/children")
                .actions(
                        Action.print(t("Басып шығару")),
                        Action.primary(t("Қадам қосу"), "/children/1/steps/new").icon("plus"))
                .tabs(List.of(
                        View.Tab.of(t("Жол картасы"), "/children/1", true),
                        new View.Tab(t("Жетістіктері"), "/children/1/achievements", false, Optional.of(t("3")))));
    }

    private Block head() {
        return new Block.Head(
                t("МӨ"),
                List.of(new Cell(
                        t("ЖСН ••••••••0418"),
                        t("құжат бойынша"),
                        href,
                        true,
                        List.of(),
                        Optional.of(post("көрсету")))),
                List.of(
                        new Badge(t("Ауылдық"), Tone.PLAIN, "home", t("тұрғылықты жері бойынша")),
                        new Badge(
                                t("Әлеуметтік жағдайы төмен"), Tone.RUN, "heart-handshake", t("31.12.2026-ға дейін"))),
                Optional.of(new Block.Ring(16, 25, t("16 / 25 қадам"), t("жол картасы 2026"))));
    }

    private Block flow() {
        return new Block.Flow(List.of(
                new Block.Stage(t("Файл"), t("дарынды-2026.xlsx"), Tone.OK, false),
                new Block.Stage(t("Бағандар"), t("8 / 10 өзі танылды"), Tone.LATE, false),
                new Block.Stage(t("Енгізу"), t("жүріп жатыр"), Tone.RUN, true),
                new Block.Stage(t("Күмәндіні шешу"), t("7 жұп"), Tone.NONE, false)));
    }

    private Block tiles() {
        return new Block.Tiles(List.of(
                new Block.Tile(
                                t("Тізілімдегі балалар"),
                                t("61 482"),
                                t("былтырдан 12,4 % көп"),
                                href,
                                Tone.PLAIN,
                                "users")
                        .spark(new Block.Spark(List.of(41L, 52L, 61L), t("2024: 41, 2025: 52, 2026: 61"))),
                new Block.Tile(t("Карта бекітілген"), t("76,2 %"), t("46 837 бала"), href, Tone.OK, ""),
                new Block.Tile(t("Құқығы бар, қамтылмаған"), t("8 245"), "", href, Tone.LATE, ""),
                new Block.Tile(t("Есептер дайын"), t("3 / 20"), t("былтыр осы күні: 1"), "", Tone.RUN, "")));
    }

    private Block year() {
        return new Chart.Year(
                t("2026 жыл"),
                List.of("қаң", "ақп", "нау", "сәу", "мам", "мау", "шіл", "там", "қыр", "қаз", "қар", "жел"),
                11.7,
                List.of(
                        new Chart.Lane(
                                t("6. Үйірме: «Математик»"),
                                href,
                                List.of(
                                        new Chart.Span(t("32 / 34 сабақ"), Tone.RUN, 1, 6),
                                        new Chart.Span(t("17 / 18 сабақ"), Tone.RUN, 9, 13))),
                        new Chart.Lane(
                                t("13. Лагерь жолдамасы"), "", List.of(new Chart.Span(t("05–25 шіл"), Tone.OK, 7, 8))),
                        new Chart.Lane(
                                t("12. Мұражай сапары"), href, List.of(new Chart.Span(t("болмады"), Tone.LATE, 5, 6)))),
                List.of(
                        Badge.of(t("болды"), Tone.OK),
                        Badge.of(t("жүріп жатыр"), Tone.RUN),
                        Badge.of(t("болмады"), Tone.LATE)),
                t("Биыл ештеңе жоқ."));
    }

    private Block plan() {
        return new Block.Plan(
                List.of(new Block.Goal(
                        t("1-мақсат. Олимпиаданың қорытынды кезеңіне шығу"),
                        List.of(
                                new Block.Step(
                                        Tone.OK,
                                        "1",
                                        t("Диагностика"),
                                        t("21 қаңтар"),
                                        List.of(),
                                        List.of(),
                                        List.of()),
                                new Block.Step(
                                        Tone.LATE,
                                        "2",
                                        t("Облыстық мұражайға сапар"),
                                        t("мерзімі мамыр"),
                                        List.of(Badge.of(t("болмады"), Tone.LATE)),
                                        List.of(post("Ауыстыру")),
                                        List.of()),
                                new Block.Step(
                                        Tone.RUN,
                                        "3",
                                        t("Технопарк: «Агродрон» жобасы"),
                                        t("7 қазан – 23 желтоқсан"),
                                        List.of(Badge.of(t("7 / 12 сабақ"), Tone.RUN)),
                                        List.of(),
                                        List.of(new Block.Paragraph(t("Келесі сабақ: сәрсенбі, 25 қараша.")))),
                                new Block.Step(
                                        Tone.NONE,
                                        "17",
                                        t("Аудандық олимпиада"),
                                        t("5 желтоқсанға дейін"),
                                        List.of(),
                                        List.of(),
                                        List.of())),
                        List.of(post("Қадам қосу")))),
                t("Мақсат жоқ."));
    }

    private Block history() {
        return new Block.History(
                List.of(
                        new Block.Event("23.11.2026 08:52", t("Гүлмира Оспанова"), t("бетті ашты"), t("мақсаты: есеп")),
                        new Block.Event("20.11.2026 16:10", "", t("жетістік қосты"), "")),
                t("Ешкім қараған жоқ."));
    }

    private Block rows() {
        return new Block.Rows(
                List.of(
                        Block.Row.of("ticket", Tone.RUN, t("13. Санаторий жолдамасы"), t("ауданда 3 орын бос"), href)
                                .badges(Badge.of(t("жаңа"), Tone.OK))
                                .actions(Action.primary(t("Ұсыну"), "/measures/13")),
                        Block.Row.of("", Tone.NONE, t("10. Екінші тренинг"), "", "")
                                .actions(post("Жазу"))),
                t("Бәрімен қамтылған."));
    }

    private List<Block> lists() {
        Filters filters = Filters.of(
                        "/children",
                        t("Іздеу"),
                        Action.link(t("Бәрін тастау"), "/children"),
                        List.of(
                                Field.text("q", t("Аты-жөні немесе ЖСН")).value(t("Әлихан")),
                                Field.choice("category", t("Санаты"), options()).value("b"),
                                Field.hidden("sort", "name")))
                .views(List.of(
                        new Filters.Chip(t("Барлығы"), "/children", true, t("372")),
                        new Filters.Chip(t("Картасы жоқ"), "/children?v=2", false, t("25"))))
                .more(List.of(Field.date("from", t("Қай күннен")), Field.flag("mine", t("Тек менікі"))))
                .active(List.of(new Filters.Chip(t("ауылдық"), "/children?x", false, "")))
                .actions(Action.go(t("Көріністі сақтау"), "/views/new"), post("Бөлісу"));
        Table children = children(3);
        Table figures = Table.of(
                        List.of(
                                Table.Column.of(t("Аудан")),
                                Table.Column.number(t("Квота")),
                                Table.Column.number(t("Берілді"))),
                        List.of(
                                Table.Line.of(Cell.of(t("Жылыой")), Cell.number(t("79")), Cell.number(t("71"), href)),
                                new Table.Line(
                                        "",
                                        List.of(Cell.of(t("Исатай")), Cell.number("41"), Cell.number("30")),
                                        Tone.LATE)))
                .caption(t("Аудандар бойынша"))
                .scrolls();
        Table none = Table.of(List.of(Table.Column.of(t("Аты"))), List.of())
                .empty(
                        t("Бұл мектепте әлі бірде-бір бала анықталмаған."),
                        Action.primary(t("Тізім енгізу"), "/imports"));
        return List.of(
                filters,
                children,
                Block.Card.of(t("Аудандар"), figures).wide(6),
                Block.Card.of(t("Бос"), none).wide(6));
    }

    Table children(int rows) {
        List<Table.Line> lines = new ArrayList<>();
        String[] names = {
            "Айтқұлова Іңкәр Нұрланқызы", "Әбілхайыр Һәкім Ерғалиұлы", "Ғұмарова Үміт Сағынқызы", "Дүйсенғали Мақсат"
        };
        for (int i = 0; i < rows; i++) {
            lines.add(Table.Line.of(
                    i + 1,
                    List.of(
                            Cell.person(t(names[i % names.length]), t("ЖСН ••••••••0" + (100 + i * 37)), href + i),
                            Cell.of(t(i % 11 + 1 + "-сынып"), t("Азғыр орта мектебі № " + i)),
                            Cell.badge(Badge.of(t("ауылдық"), Tone.PLAIN), Badge.of(t("көп балалы"), Tone.PLAIN)),
                            Cell.of(t("өнер · домбыра")),
                            Cell.badge(i % 3 == 0 ? Badge.of(t("бекітілген"), Tone.OK) : Badge.of(t("жоба"), Tone.RUN))
                                    .progress(new Cell.Progress(
                                            i % 5, 5, t("қадамдар"), i % 3 == 0 ? Tone.OK : Tone.RUN)),
                            Cell.number(t("9, 12"), "/measures/9"),
                            Cell.action(post("Ашу")))));
        }
        return Table.of(
                        List.of(
                                Table.Column.of(t("Бала")).sort("/children?sort=name", Table.Sorted.ASCENDING),
                                Table.Column.of(t("Сыныбы, мектебі"))
                                        .sort("/children?sort=grade", Table.Sorted.DESCENDING),
                                Table.Column.of(t("Санаты")),
                                Table.Column.of(t("Дарыны")),
                                Table.Column.of(t("Жол картасы")).sort("/children?sort=map", Table.Sorted.NOT),
                                Table.Column.number(t("Қамтылмаған")),
                                Table.Column.of("")),
                        lines)
                .caption(t("Балалар"))
                .count(t("298 бала табылды"))
                .bulk(
                        List.of(Field.choice("activity", t("Іс-шара"), options())
                                .require()),
                        Action.postPrimary(t("Іс-шараға жазу"), "/activities/enrol")
                                .with("way", "list")
                                .with("year", 2026),
                        Action.danger(t("Тізімнен алып тастау"), "/children/remove"))
                .pages("/children?before=1", "/children?after=25")
                .exports(Action.download(t("XLSX"), "/api/children.xlsx"));
    }

    private List<Block> charts() {
        List<Chart.MatrixCell> cells = List.of(
                new Chart.MatrixCell(Chart.State.VALUE, t("2 318"), t("85%"), 4, href, t("Абай, 1-шара: 2 318")),
                new Chart.MatrixCell(Chart.State.ZERO, t("0"), "", 0, href, t("Абай, 5-шара: нөл")),
                new Chart.MatrixCell(Chart.State.NOT_RUN, "", "", 0, "", t("мұнда жүргізілмейді")),
                new Chart.MatrixCell(Chart.State.MISSING, "", "", 0, href, t("хабарланбаған")));
        return List.of(
                Block.Card.of(
                        t("20 өңір × 19 шара"),
                        new Chart.Matrix(
                                t("Өңірлер мен шаралар"),
                                t("Өңір"),
                                List.of(
                                        new Chart.Head("1", t("Статистика"), href),
                                        new Chart.Head("5", t("Озық тәжірибе"), ""),
                                        new Chart.Head("8", t("Технопарктер"), href),
                                        new Chart.Head("13", t("Жолдамалар"), href)),
                                List.of(
                                        new Chart.MatrixRow(t("Абай"), href, cells),
                                        new Chart.MatrixRow(t("Ақмола"), "", cells)),
                                cells)),
                Block.Card.of(
                                t("Өңірлер картасы"),
                                new Chart.TileMap(
                                        t("Карталар бекітілген, %"),
                                        List.of(
                                                View.Tab.of(t("Карталар, %"), "/nation?map=maps", true),
                                                View.Tab.of(t("Балалар"), "/nation?map=children", false)),
                                        List.of(
                                                new Chart.MapTile(t("Абай"), t("74"), 3, 5, 2, href, t("Абай: 74 %")),
                                                new Chart.MapTile(t("БҚО"), t("58"), 1, 1, 2, "", t("БҚО: 58 %"))),
                                        List.of(new Badge(
                                                t("ашық: 50-ден аз"), Tone.PLAIN, "", t("күңгірт: 85-тен көп")))))
                        .wide(5),
                Block.Card.of(
                                t("Ақша"),
                                new Chart.Bars(
                                        t("Жергілікті бюджет"),
                                        List.of(
                                                new Chart.Bar(t("13. Жолдамалар"), t("84,9"), href, 100),
                                                new Chart.Bar(t("14. Стипендиялар"), t("43,6"), "", 51))),
                                new Block.Meters(
                                        List.of(new Block.Meter(
                                                t("Құрманғазы"),
                                                t("87 / 92"),
                                                href,
                                                List.of(
                                                        new Block.Part(t("пайдаланылды"), Tone.OK, 84),
                                                        new Block.Part(t("бос"), Tone.NONE, 16)))),
                                        List.of(
                                                new Block.Part(t("пайдаланылды"), Tone.OK, 0),
                                                new Block.Part(t("бос"), Tone.NONE, 0))))
                        .wide(7));
    }

    private List<Field.Option> options() {
        return List.of(new Field.Option("a", t("Ауылдық")), new Field.Option("b", t("Көп балалы")));
    }

    /** One field of every kind, with and without a mistake. */
    List<Field> fields() {
        List<Field> all = new ArrayList<>();
        for (Field.Kind kind : Field.Kind.values()) {
            String name = kind == Field.Kind.FILE ? "" : kind.name().toLowerCase(java.util.Locale.ROOT);
            if (kind != Field.Kind.FILE) {
                Field plain = new Field(name, t("Өріс " + name), kind, List.of(), options(), false, "", "");
                all.add(plain);
                all.add(new Field(
                        name + ".two",
                        t("Міндетті " + name),
                        kind,
                        List.of(kind == Field.Kind.TEXT || kind == Field.Kind.LINES ? t("b") : "b"),
                        options(),
                        true,
                        t("Түсініктеме"),
                        t("Мәні дұрыс емес.")));
            }
        }
        return all;
    }

    private List<Block> forms() {
        Form form = new Form(
                "/children/1",
                fields(),
                t("Сақтау"),
                false,
                t("Жазба өзгерген."),
                List.of(new Form.Change(t("Аты"), t("Мөлдір"), t("Молдир"))),
                "/children");
        Form upload = Form.of(
                        "/imports?kind=children",
                        t("Жүктеу"),
                        List.of(Field.file("file", t("Файл")).require().help(t("XLSX, CSV"))))
                .takesAway();
        return List.of(
                form,
                Block.Card.of(t("Файл"), upload).wide(6),
                Block.Card.of(t("Барысы"), progress()).wide(6));
    }

    private Block progress() {
        return new Block.Progress(
                t("дарынды-2026.xlsx"), 976, 1248, t("976 / 1 248 жол өңделді"), List.of(post("Тоқтату")));
    }

    private List<Block> texts() {
        Block.Comparison pair = new Block.Comparison(
                t("Файл, 129-жол"),
                t("Тізілімде"),
                List.of(
                        new Block.Compared(t("Аты"), t("Қайырлы Дана"), t("Қайырлы Дина"), true),
                        new Block.Compared(t("Туған күні"), t("17.03.2015"), t("17.03.2015"), false)),
                List.of(Action.postPrimary(t("Екі бөлек бала"), "/pairs/1"), post("Бір бала, біріктіру")));
        Block.Conditions refusal = new Block.Conditions(
                List.of(
                        new Block.Condition(true, t("Жасы 14: 6–17 аралығында"), ""),
                        new Block.Condition(false, t("Биыл лагерь жолдамасын алған"), t("№ АТ-2026-0214"))),
                t("Санаторий бөлек түр, оны ұсына аласыз."),
                Tone.LATE);
        Block.Why why = new Block.Why(
                "why",
                t("Неге 322?"),
                t("322"),
                t("Ауылда тұратын балалар."),
                List.of(t("322 ÷ 372 = 87 %")),
                List.of(new Block.Paragraph(t("Тізім"))));
        Block.Passport passport = new Block.Passport(
                t("13"),
                "ticket",
                t("Camp vouchers"),
                href,
                t("Жолдамалар"),
                "kk",
                List.of(Block.Fact.of(t("Term"), t("December"))),
                List.of(Badge.of(t("Installed"), Tone.OK, "check")),
                List.of(post("Remove"), Action.danger(t("Stop"), "/measures/13/stop")),
                List.of(new Block.Progress(t("Installing"), 0, 0, t("Tables"), List.of())));
        return List.of(
                Block.Card.of(t("Жұп"), pair, new Block.Heading(t("Шарттар")), refusal)
                        .wide(7),
                new Block.Column(5, List.of(why)),
                new Block.Disclosure(
                                "r2",
                                t("2. Орталықтар"),
                                t("312"),
                                List.of(Badge.of(t("дайын"), Tone.OK)),
                                false,
                                List.of(new Block.Paragraph(t("Аудандар бойынша."))))
                        .note(t("орталықтағы балалар"))
                        .change(Optional.of(new Block.Disclosure.Change(t("+6,1 %"), t("2025 жылға қарай")))),
                Block.Disclosure.of(t("3. Үйлестірушілер")).at("r3").later("/reports/2026/23/rows/coordinators"),
                new Block.Disclosure(
                        "r6",
                        t("6. Іс-шаралармен қамту"),
                        t("2 078"),
                        List.of(Badge.of(t("дайын"), Tone.OK)),
                        true,
                        List.of(new Block.Paragraph(t("Аудандар бойынша")))),
                Block.Disclosure.of(
                        t("7. Карта нысаны"),
                        new Block.Notice(Tone.NONE, t("Себебі"), t("министрлік шарасы"), List.of())),
                passport,
                passport,
                new Block.Paragraph(t("Соңғы шешімді комиссия қабылдайды.")),
                new Block.Heading(t("Әрекеттер")),
                Block.Buttons.of(
                        Action.link(t("Тізім"), "#why"),
                        Action.go(t("Ашу"), "?x=1"),
                        Action.call(t("Қоңырау шалу"), "+7 701 000 11 22"),
                        post("Жаңарту")));
    }
}
