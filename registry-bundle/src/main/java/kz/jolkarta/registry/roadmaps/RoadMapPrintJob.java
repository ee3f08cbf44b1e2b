package kz.jolkarta.registry.roadmaps;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.jobs.JobFiles;
import kz.jolkarta.core.jobs.JobKind;
import kz.jolkarta.core.jobs.JobRun;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Prints many road maps into one ZIP: some are read at a time, each is written as soon as it is laid out. */
@Component(service = JobKind.class)
public final class RoadMapPrintJob implements JobKind {
    static final String KIND = "road-map-print";
    private static final int CHUNK = 50;

    private final Database database;
    private final RoadMapPrints prints;
    private final JobFiles files;

    @Activate
    public RoadMapPrintJob(@Reference Database database, @Reference RoadMapPrints prints, @Reference JobFiles files) {
        this.database = database;
        this.prints = prints;
        this.files = files;
    }

    @Override
    public String code() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        long job = run.job().id();
        boolean whole = false;
        try {
            whole = print(run);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!whole) {
                files.delete(job);
            }
        }
    }

    /** @return false when it was cancelled */
    private boolean print(JobRun run) throws IOException {
        long job = run.job().id();
        PrintChoice choice = PrintChoice.of(run.job().params());
        List<Long> ids = prints.ids(run.user(), choice);
        int maps = 0;
        try (OutputStream out = files.create(job, "road-maps-" + job + ".zip", "application/zip");
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            // The pages are compressed already.
            zip.setLevel(Deflater.BEST_SPEED);
            for (int from = 0; from < ids.size(); from += CHUNK) {
                int to = Math.min(ids.size(), from + CHUNK);
                for (PrintedMap map : prints.take(run.user(), ids.subList(from, to))) {
                    if (run.cancelled()) {
                        return false;
                    }
                    entry(zip, map, choice.printFormat(), choice.printLanguage());
                    maps++;
                }
                database.run(tx -> run.progress(tx, to, ids.size(), ""));
            }
        }
        String result = "{\"maps\": " + maps + ", \"file\": \"/api/road-map-prints/" + job + "/file\"}";
        database.run(tx -> run.result(tx, result));
        return true;
    }

    private void entry(ZipOutputStream zip, PrintedMap map, Print.Format format, Language language) throws IOException {
        ZipEntry entry = new ZipEntry(name(map) + format.ending());
        zip.putNextEntry(entry);
        prints.write(map, format, language, zip);
        zip.closeEntry();
    }

    /** By class and name, and by the map's number, which is its alone. */
    static String name(PrintedMap map) {
        String said = map.pupil().form() + " " + map.pupil().name();
        return said.strip().replaceAll("[^\\p{L}\\p{N}]+", "_") + "_" + map.id();
    }
}
