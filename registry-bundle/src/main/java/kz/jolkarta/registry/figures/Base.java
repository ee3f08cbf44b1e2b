package kz.jolkarta.registry.figures;

import java.util.List;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Figure;
import kz.jolkarta.core.measure.Selection;

/** The tables that selections take their rows from, and what a row of each can be summed, broken down and shown by. */
enum Base {
    CHILDREN("child", CriterionSql.FROM, "c"),
    PARTICIPANTS("child", CriterionSql.FROM, "c"),
    ACTIVITIES("activity", "activity a", "a"),
    AWARDS("award", "award a left join child c on c.id = a.child_id left join staff f on f.id = a.staff_id", "a"),
    QUOTAS("quota", "quota a", "a"),
    PAYMENTS("payment", "payment a", "a"),
    DELIVERABLES("deliverable", "deliverable a", "a");

    /** How a cell is read. */
    enum Kind {
        TEXT,
        NUMBER,
        DATE
    }

    /** A cell of a row behind a figure. @param person whether it tells who the person is */
    record Cell(String code, String sql, Kind kind, boolean person) {
        static Cell text(String code, String sql) {
            return new Cell(code, sql, Kind.TEXT, false);
        }

        static Cell number(String code, String sql) {
            return new Cell(code, sql, Kind.NUMBER, false);
        }

        static Cell date(String code, String sql) {
            return new Cell(code, sql, Kind.DATE, false);
        }

        Cell ofPerson() {
            return new Cell(code, sql, kind, true);
        }
    }

    /** The kind of a row behind a figure. */
    final String kind;

    private final String from;
    private final String alias;

    Base(String kind, String from, String alias) {
        this.kind = kind;
        this.from = from;
        this.alias = alias;
    }

    static Base of(Selection selection) {
        if (selection instanceof Selection.Children) {
            return CHILDREN;
        }
        if (selection instanceof Selection.Participants) {
            return PARTICIPANTS;
        }
        if (selection instanceof Selection.Activities) {
            return ACTIVITIES;
        }
        if (selection instanceof Selection.Awards) {
            return AWARDS;
        }
        if (selection instanceof Selection.Quotas) {
            return QUOTAS;
        }
        if (selection instanceof Selection.Payments) {
            return PAYMENTS;
        }
        return DELIVERABLES;
    }

    String from() {
        return from.replace("", "");
    }

    String id() {
        return alias + ".id";
    }

    String territory() {
        return alias + ".territory";
    }

    boolean ofPersons() {
        return this == CHILDREN || this == PARTICIPANTS || this == AWARDS;
    }

    /** @throws IllegalArgumentException when rows of this table have no such amount */
    String amount(Figure.Amount amount) {
        String column = switch (amount) {
            case CAP -> this == QUOTAS ? "a.cap" : "";
            case COST -> this == AWARDS || this == DELIVERABLES ? "a.amount" : "";
            case PAID -> this == PAYMENTS ? "a.amount" : "";
            case REACH -> this == DELIVERABLES ? "a.reach" : "";
            case HOURS -> this == ACTIVITIES ? "a.hours" : "";
            case SEATS -> this == ACTIVITIES ? "a.seats" : "";
            case CAPACITY -> "";
        };
        if (column.isEmpty()) {
            throw new IllegalArgumentException("no " + amount + " of " + this);
        }
        return "coalesce(" + column + ", 0)";
    }

    /** @throws IllegalArgumentException when rows of this table cannot be broken down by it */
    String dimension(Dimension by) {
        String column = switch (by.kind()) {
            case SEX -> ofPersons() ? "coalesce(c.sex, '')" : "";
            case GRADE_BAND ->
                ofPersons()
                        ? "case when c.grade is null then -1 when c.grade <= 4 then 0 when c.grade <= 9 then 1 else 2 end"
                        : "";
            case TALENT -> ofPersons() ? "k.field" : "";
            case LANGUAGE ->
                this == DELIVERABLES ? "coalesce(a.language, '')" : ofPersons() ? "coalesce(c.language, '')" : "";
            case TYPE -> this == PARTICIPANTS ? "e.type" : this == CHILDREN ? "" : "a.type";
            case SOURCE, STEP, COORDINATOR, FIELD -> "";
        };
        if (column.isEmpty()) {
            throw new IllegalArgumentException("no " + by + " of " + this);
        }
        return column;
    }

    /** What is shown of a row; sums of a figure are sums of the cell of that amount. */
    List<Cell> cells() {
        return switch (this) {
            case CHILDREN, PARTICIPANTS ->
                List.of(
                        Cell.text("surname", "c.surname").ofPerson(),
                        Cell.text("givenName", "c.given_name").ofPerson(),
                        Cell.text("patronymic", "c.patronymic").ofPerson(),
                        Cell.text("iin", "c.iin").ofPerson(),
                        Cell.date("birthDate", "c.birth_date").ofPerson(),
                        Cell.text("sex", "c.sex"),
                        Cell.number("grade", "c.grade"),
                        Cell.text("school", "o.name"));
            case ACTIVITIES ->
                List.of(
                        Cell.text("type", "a.type"),
                        Cell.text("title", "a.title"),
                        Cell.text("place", "a.place"),
                        Cell.date("starts", "a.starts"),
                        Cell.date("ends", "a.ends"),
                        Cell.number("hours", "a.hours"),
                        Cell.text("state", "a.state"));
            case AWARDS ->
                List.of(
                        Cell.number("child", "a.child_id").ofPerson(),
                        Cell.text("surname", "coalesce(c.surname, f.surname)").ofPerson(),
                        Cell.text("givenName", "coalesce(c.given_name, f.given_name)")
                                .ofPerson(),
                        Cell.text("patronymic", "coalesce(c.patronymic, f.patronymic)")
                                .ofPerson(),
                        Cell.text("documentNumber", "a.document_number").ofPerson(),
                        Cell.text("type", "a.type"),
                        Cell.text("state", "a.state"),
                        Cell.text("place", "a.place"),
                        Cell.date("from", "a.date_from"),
                        Cell.date("to", "a.date_to"),
                        Cell.number("amount", "a.amount"),
                        Cell.text("source", "a.source"));
            case QUOTAS ->
                List.of(Cell.text("type", "a.type"), Cell.number("cap", "a.cap"), Cell.number("used", "a.used"));
            case PAYMENTS ->
                List.of(
                        Cell.text("type", "a.type"),
                        Cell.date("paidOn", "a.paid_on"),
                        Cell.number("amount", "a.amount"),
                        Cell.text("source", "a.source"),
                        Cell.text("documentNumber", "a.document_number"));
            case DELIVERABLES ->
                List.of(
                        Cell.text("type", "a.type"),
                        Cell.text("title", "a.title"),
                        Cell.text("state", "a.state"),
                        Cell.text("language", "a.language"),
                        Cell.text("channel", "a.channel"),
                        Cell.text("link", "a.link"),
                        Cell.date("adoptedOn", "a.adopted_on"),
                        Cell.number("reach", "a.reach"),
                        Cell.number("amount", "a.amount"));
        };
    }
}
