package kz.jolkarta.registry.roadmaps;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Audit.Entry;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.files.Papers;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.jobs.Job;
import kz.jolkarta.core.jobs.JobFile;
import kz.jolkarta.core.jobs.JobFiles;
import kz.jolkarta.core.jobs.Jobs;
import kz.jolkarta.registry.places.Gazetteer;
import kz.jolkarta.registry.records.Ledger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Road maps as files: one at once, many as a job whose file is fetched later. Who takes what is noted for each map. */
@Component(service = RoadMapPrints.class)
public final class RoadMapPrints {
    /** How many maps one job prints at most. */
    static final int MOST = 5000;

    private final Ledger ledger;
    private final Papers papers;
    private final Texts texts;
    private final Gazetteer places;
    private final Jobs jobs;
    private final JobFiles files;

    /** @param maps only that the forms are there */
    @Activate
    public RoadMapPrints(
            @Reference Ledger ledger,
            @Reference RoadMaps maps,
            @Reference Papers papers,
            @Reference Texts texts,
            @Reference Gazetteer places,
            @Reference Jobs jobs,
            @Reference JobFiles files) {
        this(ledger, papers, texts, places, jobs, files);
    }

    RoadMapPrints(Ledger ledger, Papers papers, Texts texts, Gazetteer places, Jobs jobs, JobFiles files) {
        this.ledger = ledger;
        this.papers = papers;
        this.texts = texts;
        this.places = places;
        this.jobs = jobs;
        this.files = files;
    }

    /**
     * One map; its opening is noted in the same transaction.
     *
     * @param language of all its texts, whatever the user's is
     * @throws Problem NOT_FOUND
     */
    Print print(User user, long id, Print.Format format, Language language) {
        Scope scope = user.require(Right.CHILDREN_READ);
        PrintedMap map = ledger.database().call(tx -> {
            PrintedMap found = PrintStore.maps(tx, user, scope, List.of(id)).stream()
                    .findFirst()
                    .orElseThrow(Problem::notFound);
            ledger.record(tx, user, List.of(entry(Action.READ, found)));
            return found;
        });
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(map, format, language, out);
        return new Print("road-map-" + id + format.ending(), format, out.toByteArray());
    }

    /** Maps of a part of a choice, to be written one by one; each is noted in the same transaction. */
    List<PrintedMap> take(User user, List<Long> ids) {
        Scope scope = user.require(Right.CHILDREN_EXPORT);
        return ledger.database().call(tx -> {
            List<PrintedMap> found = PrintStore.maps(tx, user, scope, ids);
            ledger.record(
                    tx,
                    user,
                    found.stream().map(map -> entry(Action.EXPORT, map)).toList());
            return found;
        });
    }

    private static Entry entry(Action action, PrintedMap map) {
        return new Entry(action, RoadMaps.KIND, map.id(), map.pupil().residence(), "print");
    }

    void write(PrintedMap map, Print.Format format, Language language, OutputStream out) {
        PrintWords words = new PrintWords(texts, ledger.measures(), places, language);
        format.write(papers, RoadMapPaper.of(words, map), out);
    }

    /** The maps of a choice in the order of schools, classes and names. */
    List<Long> ids(User user, PrintChoice choice) {
        Scope scope = user.require(Right.CHILDREN_EXPORT);
        return ledger.database().read(tx -> PrintStore.ids(tx, choice, scope, MOST));
    }

    /**
     * Queues the printing of many maps.
     *
     * @return the job's id
     * @throws Problem INVALID when nothing is chosen, when there are no such maps, or more than {@link #MOST}
     */
    long start(User user, PrintChoice choice) {
        user.require(Right.CHILDREN_EXPORT);
        choice.check();
        int found = ids(user, choice).size();
        if (found == 0) {
            throw Problem.invalid("roadmap.print-none");
        }
        if (found > MOST) {
            throw Problem.invalid("roadmap.print-many", MOST);
        }
        return ledger.database().call(tx -> {
            long job = jobs.submit(tx, user, RoadMapPrintJob.KIND, choice.territory(), choice.params());
            String detail = "rows=" + found + " filters=" + choice.names();
            ledger.record(tx, user, Action.EXPORT, RoadMaps.KIND, 0, choice.territory(), detail);
            return job;
        });
    }

    /**
     * Queues the printing of the maps that these children have in the school year that runs.
     *
     * @throws Problem as {@link #start(User, PrintChoice)}
     */
    public long start(User user, Collection<Long> children, Language language, String format) {
        user.require(Right.CHILDREN_EXPORT);
        List<Long> maps = ledger.database()
                .read(tx -> MapStandingStore.maps(tx, children, ledger.clock().today()));
        if (maps.isEmpty()) {
            throw Problem.invalid("roadmap.print-none");
        }
        return start(user, new PrintChoice(maps, null, null, null, null, null, null, format, language.tag()));
    }

    /**
     * The file of a job that has ended, and its taking noted.
     *
     * @throws Problem NOT_FOUND for another's job; CONFLICT while it is not done, or when the file was removed
     */
    JobFile file(User user, long id) {
        Job job = job(user, id);
        if (job.state() != Job.State.DONE) {
            throw Problem.conflict("roadmap.print-not-ready");
        }
        JobFile file = files.find(id).orElseThrow(() -> Problem.conflict("roadmap.print-gone", JobFiles.KEPT.toDays()));
        ledger.database()
                .run(tx -> ledger.record(tx, user, Action.EXPORT, "road-map-print", id, job.territory(), "fetched"));
        return file;
    }

    void write(JobFile file, OutputStream out) {
        files.write(file, out);
    }

    /** Removes the file before its time, or asks the job to stop. */
    void discard(User user, long id) {
        Job job = job(user, id);
        if (!job.state().ended()) {
            jobs.cancel(user, id);
        }
        files.delete(id);
        ledger.database().run(tx -> ledger.record(tx, user, Action.DELETE, "road-map-print", id, job.territory(), ""));
    }

    private Job job(User user, long id) {
        user.require(Right.CHILDREN_EXPORT);
        return jobs.find(user, id)
                .filter(job -> job.kind().equals(RoadMapPrintJob.KIND))
                .orElseThrow(Problem::notFound);
    }
}
