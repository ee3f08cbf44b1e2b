package kz.jolkarta.web;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import java.io.IOException;
import java.io.OutputStream;
import kz.jolkarta.core.pages.Frame;
import kz.jolkarta.core.pages.Renderer;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.web.templates.JtepageGenerated;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Renders pages by templates that were compiled with the bundle. */
@Component(service = Renderer.class)
public final class JtePages implements Renderer {
    private final Assets assets;

    @Activate
    public JtePages(@Reference Assets assets) {
        this.assets = assets;
    }

    /** Writes once the page is whole, so that a page that fails half-way can still be answered by another one. */
    @Override
    public void render(View view, Frame frame, OutputStream out) throws IOException {
        Utf8ByteOutput page = new Utf8ByteOutput();
        JtepageGenerated.render(new OwaspHtmlTemplateOutput(page), null, view, new Page(view, frame, assets));
        page.writeTo(out);
    }
}
