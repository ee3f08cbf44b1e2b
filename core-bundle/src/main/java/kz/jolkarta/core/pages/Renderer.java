package kz.jolkarta.core.pages;

import java.io.IOException;
import java.io.OutputStream;

/** Turns pages into what a browser shows; the web bundle offers it. Without it the node has no pages. */
public interface Renderer {
    /** Writes UTF-8 and leaves the stream open. */
    void render(View view, Frame frame, OutputStream out) throws IOException;
}
