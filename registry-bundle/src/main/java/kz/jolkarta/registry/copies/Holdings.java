package kz.jolkarta.registry.copies;

import java.util.List;

/** Everything that is held about a child: every table that names one has its place here, which a test sees to. */
final class Holdings {
    private static final String OF_MAP = " join road_map m on m.id = x.road_map_id where m.child_id = :child order by ";
    private static final String RECORD = "measure type ";

    static final List<Holding> ALL = List.of(
            new Holding(
                    "child",
                    "child",
                    "iin document_kind document_number no_iin_reason surname given_name patronymic birth_date:date"
                            + " sex:code=child.word.sex territory territory_name address school grade:number grade_letter"
                            + " language:text=child.word.language state:code=@child-state registered_on:date left_on:date"
                            + " resident_from:date coordinator",
                    "select x.iin, x.document_kind, x.document_number, x.no_iin_reason, x.surname, x.given_name, x.patronymic,"
                            + " x.birth_date, x.sex, x.territory, coalesce(nullif(t.name_kk, ''), t.name_ru) territory_name, x.address, o.name school, x.grade, x.grade_letter, x.language,"
                            + " x.state, x.registered_on, x.left_on, x.resident_from, s.surname coordinator from child x"
                            + " left join territory t on t.code = x.territory left join organisation o on o.id = x.school_id left join staff s on s.id = x.coordinator_id"
                            + " where x.id = :child"),
            own(
                    "categories",
                    "child_category",
                    "category:code=child.word.category ground_kind ground_number ground_date:date valid_from:date valid_to:date",
                    "valid_from, id"),
            own(
                    "talents",
                    "child_talent",
                    "field:code=child.word.talent subject proposed_by identified_on:date",
                    "identified_on, id"),
            own("representatives", "representative", "name relation:code=child.word.relation phone", "id"),
            new Holding(
                    "consents",
                    "consent",
                    "purpose:code=consent.purpose representative given_on:date valid_to:date template withdrawn_on:date"
                            + " withdrawn_by withdrawal_reason",
                    "select x.purpose, r.name representative, x.given_on, x.valid_to, x.template, x.withdrawn_on, x.withdrawn_by,"
                            + " x.withdrawal_reason from consent x left join representative r on r.id = x.representative_id"
                            + " where x.child_id = :child order by x.given_on, x.id"),
            new Holding(
                    "achievements",
                    "achievement",
                    "event organiser level:code=level field:code=child.word.talent stage place:number prize:flag won_on:date"
                            + " coach",
                    "select x.event, x.organiser, x.level, x.field, x.stage, x.place, x.prize, x.won_on, x.coach_name coach"
                            + " from achievement x where x.child_id = :child order by x.won_on, x.id"),
            own(
                            "diagnostics",
                            "diagnostic_result",
                            "held_on:date method score norm conclusion psychologist next_on:date",
                            "held_on, id")
                    .underDiagnostics(),
            own("marks", "child_marks", "school_year:number excellent:flag recorded_on:date", "school_year"),
            new Holding(
                    "road-maps",
                    "road_map",
                    "school_year:number state:code=state.road-map drawn_up_on:date due_on:date agreed_on:date agreed_with"
                            + " approved_on:date closed_on:date reason conclusion content:content",
                    "select x.school_year, x.state, x.drawn_up_on, x.due_on, x.agreed_on, x.agreed_with, x.approved_on, x.closed_on,"
                            + " x.reason, x.conclusion, x.content, f.content form from road_map x"
                            + " join road_map_form f on f.id = x.form_id where x.child_id = :child order by x.school_year"),
            new Holding(
                    "road-map-goals",
                    "road_map",
                    "school_year:number title expected",
                    "select m.school_year, x.title, x.expected from road_map_goal x" + OF_MAP
                            + "m.school_year, x.ordinal"),
            new Holding(
                    "road-map-steps",
                    "road_map",
                    "school_year:number title " + RECORD
                            + "responsible due_on:date state:code=state.road-map-step done_on:date note expected",
                    "select m.school_year, x.title, x.measure, x.type, x.responsible, x.due_on, x.state, x.done_on, x.note, x.expected"
                            + " from road_map_step x" + OF_MAP + "m.school_year, x.ordinal"),
            new Holding(
                    "road-map-changes",
                    "road_map",
                    "school_year:number change_kind:code=@change changed_at:instant before_json:json after_json:json",
                    "select m.school_year, x.kind change_kind, x.changed_at, x.before_json, x.after_json"
                            + " from road_map_change x" + OF_MAP + "x.id"),
            new Holding(
                    "participations",
                    "participation",
                    RECORD + "title starts:date ends:date state:code=state.participation reason",
                    "select a.measure, a.type, a.title, a.starts, a.ends, x.state, x.reason from participation x"
                            + " join activity a on a.id = x.activity_id where x.child_id = :child order by a.starts, x.id"),
            new Holding(
                    "presence",
                    "participation",
                    "title held_on:date present:flag",
                    "select a.title, s.held_on, r.present from participation x join activity a on a.id = x.activity_id"
                            + " join presence r on r.participation_id = x.id join activity_session s on s.id = r.session_id"
                            + " where x.child_id = :child order by s.held_on, s.id"),
            own(
                    "awards",
                    "award",
                    RECORD
                            + "award_year:number state:code=state.award reason document_number protocol_number protocol_date:date"
                            + " place date_from:date date_to:date amount:money source:code=record.source",
                    "award_year, id"),
            new Holding(
                    "payments",
                    "award",
                    "paid_on:date amount:money source:code=record.source document_number",
                    "select p.paid_on, p.amount, p.source, p.document_number from award x join payment p on p.award_id = x.id"
                            + " where x.child_id = :child order by p.paid_on, p.id"),
            new Holding(
                    "materials",
                    "deliverable_child",
                    RECORD + "title link adopted_on:date",
                    "select d.measure, d.type, d.title, d.link, d.adopted_on from deliverable_child x"
                            + " join deliverable d on d.id = x.deliverable_id where x.child_id = :child order by d.id"),
            new Holding(
                    "attachments",
                    "attachment",
                    "name content_kind:code=@file created_at:instant",
                    "select x.name, x.content_kind, x.created_at from attachment x where x.owner_kind = 'child'"
                            + " and x.owner_id = :child or x.owner_kind = 'award' and x.owner_id in"
                            + " (select a.id from award a where a.child_id = :child) order by x.id"),
            new Holding(
                    "residences",
                    "child_residence",
                    "territory territory_name school grade:number valid_from:date valid_to:date",
                    "select x.territory, coalesce(nullif(t.name_kk, ''), t.name_ru) territory_name, o.name school, x.grade, x.valid_from, x.valid_to from child_residence x"
                            + " left join territory t on t.code = x.territory left join organisation o on o.id = x.school_id where x.child_id = :child order by x.valid_from"),
            new Holding(
                    "transfers",
                    "child_transfer",
                    "from_territory to_territory grade:number address on_day:date reason state:code=@transfer answer"
                            + " asked_at:instant decided_at:instant",
                    "select x.from_territory, x.to_territory, x.grade, x.address, x.on_day, x.reason, x.state, x.answer, x.asked_at,"
                            + " x.decided_at from child_transfer x where x.child_id = :child order by x.id"),
            own(
                    "departures",
                    "child_departure",
                    "kind:code=@child-state ground:code=@departure-ground on_day:date reason where_to made_at:instant ended_at:instant",
                    "on_day, id"),
            own(
                    "tasks",
                    "task",
                    "kind:code=task.kind due_on:date state:code=state.task note done_at:instant",
                    "due_on, id"),
            new Holding(
                    "imports",
                    "import_change",
                    "file_name row_no:number created_at:instant",
                    "select b.file_name, x.row_no, b.created_at from import_change x join import_batch b on b.id = x.import_id"
                            + " where x.child_id = :child order by b.id, x.row_no"),
            new Holding(
                    "doubts",
                    "doubtful_pair",
                    "row_no:number decision:code=@decision decided_at:instant",
                    "select x.row_no, x.decision, x.decided_at from doubtful_pair x where x.child_id = :child order by x.id"),
            new Holding(
                    "duplicates",
                    "duplicate_pair",
                    "state:code=@decision found_at:instant decided_at:instant",
                    "select x.state, x.found_at, x.decided_at from duplicate_pair x where x.child_a = :child or x.child_b = :child"
                            + " order by x.id"),
            new Holding(
                    "merges",
                    "child_merge",
                    "merged_at:instant undone_at:instant",
                    "select x.merged_at, x.undone_at from child_merge x where x.kept_id = :child or x.gone_id = :child"
                            + " order by x.id"),
            new Holding(
                    "destruction",
                    "destruction_child",
                    "act_number act_date:date state:code=@act",
                    "select a.act_number, a.act_date, a.state from destruction_child x join destruction_act a on a.id = x.act_id"
                            + " where x.child_id = :child order by a.id"));

    private Holdings() {}

    /** A table that names the child and holds nothing to be looked up elsewhere. */
    private static Holding own(String code, String table, String columns, String order) {
        String names =
                String.join(", ", Column.of(columns).stream().map(Column::name).toList());
        return new Holding(
                code,
                table,
                columns,
                "select " + names + " from " + table + " where child_id = :child order by " + order);
    }
}
