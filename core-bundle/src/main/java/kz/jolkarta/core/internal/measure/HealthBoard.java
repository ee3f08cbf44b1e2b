package kz.jolkarta.core.internal.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.pages.Badge;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.MeasureHealth;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How well each measure is, in points: that it kept its contract when it came, and what other bundles know of it. */
@Component(service = HealthBoard.class)
public final class HealthBoard {
    private static final Logger LOG = LoggerFactory.getLogger(HealthBoard.class);

    private final Measures measures;
    private final Set<MeasureHealth> parts = ConcurrentHashMap.newKeySet();

    @Activate
    public HealthBoard(@Reference Measures measures) {
        this.measures = measures;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bind(MeasureHealth part) {
        parts.add(part);
    }

    void unbind(MeasureHealth part) {
        parts.remove(part);
    }

    /** Of every installed measure, by its code. */
    Map<String, List<Block.Row>> points(Caller caller, Words words) {
        Map<String, List<Block.Row>> points = new HashMap<>();
        measures.installed().forEach(m -> points.put(m.code(), new ArrayList<>(contract(words, m))));
        for (MeasureHealth part : parts) {
            try {
                part.points(caller)
                        .forEach((code, rows) -> points.computeIfPresent(code, (c, own) -> {
                            own.addAll(rows);
                            return own;
                        }));
            } catch (RuntimeException | LinkageError broken) {
                // One that fails, or whose bundle leaves at this moment, costs only what it knows.
                LOG.warn(
                        "How well the measures are is not told by {}",
                        part.getClass().getName(),
                        broken);
            }
        }
        return points;
    }

    /** A measure that breaks the contract is not installed at all, so what can still be wrong is another one that its bundle brings. */
    private List<Block.Row> contract(Words words, Installed measure) {
        List<Block.Row> rejected = measures.rejected().stream()
                .filter(r -> r.bundle().equals(measure.bundle()))
                .map(r -> Block.Row.of(
                        "", Tone.LATE, words.text("page.measures.rejected"), words.text(r.reason()), "/measures"))
                .toList();
        String held = words.text(
                "page.measures.health.holds",
                words.number(measure.activities().size()
                        + measure.awards().size()
                        + measure.deliverables().size()),
                words.number(measure.indicators().size()));
        return rejected.isEmpty()
                ? List.of(Block.Row.of("", Tone.OK, words.text("page.measures.health.contract"), held, ""))
                : rejected;
    }

    static long well(List<Block.Row> points) {
        return points.stream().filter(p -> p.tone() == Tone.OK).count();
    }

    static Badge badge(Words words, List<Block.Row> points) {
        long wrong = points.size() - well(points);
        return wrong == 0
                ? Badge.of(words.text("page.measures.health.well"), Tone.OK, "heartbeat")
                : Badge.of(words.text("page.measures.health.wrong", words.number(wrong)), worst(points));
    }

    private static Tone worst(List<Block.Row> points) {
        return points.stream().anyMatch(p -> p.tone() == Tone.LATE) ? Tone.LATE : Tone.RUN;
    }

    static Block card(Words words, List<Block.Row> points) {
        String score =
                words.text("page.measures.health.score", words.number(well(points)), words.number(points.size()));
        return Block.Card.of(words.text("page.measures.health"), new Block.Paragraph(score), new Block.Rows(points, ""))
                .badge(badge(words, points))
                .at("health");
    }
}
