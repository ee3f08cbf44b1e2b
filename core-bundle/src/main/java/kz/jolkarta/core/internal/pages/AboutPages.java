package kz.jolkarta.core.internal.pages;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.http.Open;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** What runs here: version, parts and their licences, the bill of materials. */
@Path("about")
@Component(service = Pages.class)
public final class AboutPages implements Pages {
    private static final String OWN = "kz.jolkarta";
    private static final String LICENCE = "Bundle-License";
    private static final String BILL = "bom.json";

    private final BundleContext context;

    @Activate
    public AboutPages(BundleContext context) {
        this.context = context;
    }

    @GET
    @Open
    public View about(@Context Words words) {
        List<Bundle> all = Stream.of(context.getBundles())
                .sorted(Comparator.comparing(b -> String.valueOf(b.getSymbolicName())))
                .toList();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Card.of(
                words.text("page.about.program"),
                new Block.Facts(List.of(
                        Block.Fact.of(
                                words.text("page.about.version"),
                                context.getBundle().getVersion().toString()),
                        Block.Fact.of(words.text("page.about.licence"), "Apache-2.0"),
                        Block.Fact.of(words.text("page.about.java"), System.getProperty("java.runtime.version", "")),
                        Block.Fact.of(words.text("page.about.parts"), words.number(all.size())))),
                new Block.Buttons(Stream.concat(
                                Stream.of(Action.go(words.text("page.about.api"), "/api/openapi.json")),
                                bill().stream()
                                        .map(b -> Action.download(words.text("page.about.bill"), "/about/" + BILL)))
                        .toList())));
        blocks.add(table(words, "page.about.own", all.stream().filter(AboutPages::own)));
        blocks.add(table(words, "page.about.libraries", all.stream().filter(b -> !own(b))));
        return View.of(words.text("page.about.title"), blocks).lead(words.text("page.about.lead"));
    }

    private static boolean own(Bundle bundle) {
        return String.valueOf(bundle.getSymbolicName()).startsWith(OWN);
    }

    private static Table table(Words words, String title, Stream<Bundle> bundles) {
        return Table.of(
                        List.of(
                                Table.Column.of(words.text("page.about.name")),
                                Table.Column.of(words.text("page.about.version")),
                                Table.Column.of(words.text("page.about.licence"))),
                        bundles.map(b -> Table.Line.of(
                                        Cell.of(header(b, Constants.BUNDLE_NAME), String.valueOf(b.getSymbolicName())),
                                        Cell.of(b.getVersion().toString()),
                                        Cell.of(licence(b))))
                                .toList())
                .caption(words.text(title));
    }

    private static String header(Bundle bundle, String name) {
        return Optional.ofNullable(bundle.getHeaders("").get(name)).orElse("");
    }

    /** The short name where the header gives one, else its address without more. */
    private static String licence(Bundle bundle) {
        String first = own(bundle) ? "Apache-2.0" : header(bundle, LICENCE).split("[,;]")[0];
        return first.replace("\"", "").strip();
    }

    private Optional<java.nio.file.Path> bill() {
        return Optional.ofNullable(context.getProperty("karaf.home"))
                .map(home -> java.nio.file.Path.of(home, BILL))
                .filter(Files::isReadable);
    }

    /** CycloneDX. */
    @GET
    @Path(BILL)
    @Produces("application/json")
    @Open
    public Response billOfMaterials() {
        java.nio.file.Path file = bill().orElseThrow(Problem::notFound);
        return Response.ok(file.toFile())
                .header("Content-Disposition", "attachment; filename=\"" + BILL + "\"")
                .build();
    }
}
