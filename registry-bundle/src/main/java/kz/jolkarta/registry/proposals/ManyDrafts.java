package kz.jolkarta.registry.proposals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.jobs.JobKind;
import kz.jolkarta.core.jobs.JobRun;
import kz.jolkarta.core.jobs.Jobs;
import kz.jolkarta.registry.bulk.BulkChanges;
import kz.jolkarta.registry.bulk.BulkRun;
import kz.jolkarta.registry.bulk.Changed;
import kz.jolkarta.registry.children.ChildQuery;
import kz.jolkarta.registry.children.Children;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Tables;
import kz.jolkarta.registry.roadmaps.Drafts;
import kz.jolkarta.registry.roadmaps.SchoolYear;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Drafts the road maps of a class, a school or any list of children in the background; who has a map of the year keeps it. */
@Component(service = {ManyDrafts.class, JobKind.class})
public final class ManyDrafts implements JobKind {
    static final String KIND = "road-map-draft";
    private static final String YEAR = "schoolYear";
    private static final String CHILDREN = "children";
    private static final int MOST_IDS = 1000;
    private static final int PART = 100;

    private final Ledger ledger;
    private final Jobs jobs;
    private final Children children;
    private final Proposals proposals;
    private final MapDrafts drafts;
    private final Tables texts;

    @Activate
    public ManyDrafts(
            @Reference Ledger ledger,
            @Reference Jobs jobs,
            @Reference Children children,
            @Reference Proposals proposals,
            @Reference MapDrafts drafts,
            @Reference Tables texts) {
        this.ledger = ledger;
        this.jobs = jobs;
        this.children = children;
        this.proposals = proposals;
        this.drafts = drafts;
        this.texts = texts;
    }

    /**
     * Queues the work.
     *
     * @param ids of the children; all of the filter when empty
     * @param filter as in {@link ChildQuery#of}; whose state is not asked for are at school
     * @return id of the job
     * @throws Problem INVALID for a filter that is wrong, or when neither is given; FORBIDDEN outside the caller's territories
     */
    public long start(User user, Optional<Integer> begins, List<Long> ids, Map<String, String> filter) {
        Scope scope = user.require(Right.CHILDREN_WRITE);
        if (ids.isEmpty() == filter.isEmpty()) {
            throw Problem.invalid("proposal.whom");
        }
        if (ids.size() > MOST_IDS) {
            throw Problem.field(CHILDREN, "record.too-many", MOST_IDS);
        }
        SchoolYear year = proposals.year(YEAR, begins);
        Map<String, String> params = new HashMap<>(filter);
        if (ids.isEmpty()) {
            params.putIfAbsent("state", "active");
            ChildQuery.of(params);
        } else {
            params.put(CHILDREN, Ledger.join(ids));
        }
        String territory = filter.getOrDefault("territory", "");
        if (!territory.isEmpty() && Scope.of(territory).within(scope).isEmpty()) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "problem.outside-territory", territory);
        }
        params.put(YEAR, String.valueOf(year.begins()));
        return ledger.database().call(tx -> {
            long job = jobs.submit(tx, user, KIND, territory, params);
            ledger.record(tx, user, Action.CREATE, KIND, job, territory, "filters=" + names(params));
            return job;
        });
    }

    /** Names of the filters in use, never their values. */
    private static String names(Map<String, String> params) {
        return String.join(",", new TreeSet<>(params.keySet()));
    }

    @Override
    public String code() {
        return KIND;
    }

    @Override
    public boolean resumes() {
        return true;
    }

    @Override
    public void run(JobRun run) {
        SchoolYear year = new SchoolYear(Integer.parseInt(run.job().params().get(YEAR)));
        List<Long> ids = ids(run);
        Offers offers = proposals.offers(year);
        new BulkRun(ledger.database(), texts, PART).over(run, ids, (tx, some) -> {
            Drafts.Outcome outcome = drafts.draft(tx, run.user(), run.user().language(), some, offers, null);
            List<Changed> made = new ArrayList<>();
            outcome.made().values().forEach(map -> made.add(new Changed(map, 1, "")));
            BulkChanges.note(tx, run.job().id(), KIND, made);
            Map<Long, Problem> left = new HashMap<>(outcome.refused());
            some.stream()
                    .filter(id -> !outcome.made().containsKey(id))
                    .forEach(id -> left.putIfAbsent(id, Problem.notFound()));
            return left;
        });
    }

    private List<Long> ids(JobRun run) {
        Map<String, String> params = new HashMap<>(run.job().params());
        params.remove(YEAR);
        String given = params.remove(CHILDREN);
        if (given == null) {
            return children.ids(run.user(), ChildQuery.of(params));
        }
        return List.of(given.split(", ")).stream()
                .map(Long::valueOf)
                .distinct()
                .sorted()
                .toList();
    }
}
