package kz.jolkarta.core.internal.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** A workbook's table of texts: packed in memory as far as it is small, beyond that in a temporary file. */
final class SharedText implements AutoCloseable {
    private static final int MOST_IN_MEMORY = 24 * 1024 * 1024;

    private final SheetProblems problems;
    private byte[] memory = new byte[64 * 1024];
    private int inMemory;
    private FileChannel spill;
    private long inFile;
    /** Where each text ends; a text in the file has its end there, counted on from what is in memory. */
    private long[] ends = new long[1024];

    private int count;

    SharedText(SheetProblems problems) {
        this.problems = problems;
    }

    void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (spill == null && inMemory + bytes.length <= MOST_IN_MEMORY) {
            if (inMemory + bytes.length > memory.length) {
                memory = Arrays.copyOf(
                        memory, Math.min(MOST_IN_MEMORY, Math.max(memory.length * 2, inMemory + bytes.length)));
            }
            System.arraycopy(bytes, 0, memory, inMemory, bytes.length);
            inMemory += bytes.length;
        } else {
            toFile(bytes);
        }
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, count * 2);
        }
        ends[count++] = inMemory + inFile;
    }

    private void toFile(byte[] bytes) {
        try {
            if (spill == null) {
                Path path = Files.createTempFile("jolkarta-texts", ".tmp");
                spill = FileChannel.open(
                        path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            }
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            long at = inFile;
            while (buffer.hasRemaining()) {
                at += spill.write(buffer, at);
            }
            inFile = at;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws kz.jolkarta.core.Problem when the sheet names a text that the workbook has not */
    String get(int index) {
        if (index < 0 || index >= count) {
            throw problems.damaged();
        }
        long from = index == 0 ? 0 : ends[index - 1];
        int length = (int) (ends[index] - from);
        if (ends[index] <= inMemory) {
            return new String(memory, (int) from, length, StandardCharsets.UTF_8);
        }
        try {
            ByteBuffer buffer = ByteBuffer.allocate(length);
            long at = from - inMemory;
            while (buffer.hasRemaining()) {
                int n = spill.read(buffer, at + buffer.position());
                if (n < 0) {
                    throw problems.damaged();
                }
            }
            return new String(buffer.array(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DefaultHandler handler() {
        return new DefaultHandler() {
            private final StringBuilder text = new StringBuilder();
            private boolean inText;
            private boolean inReading;

            @Override
            public void startElement(String uri, String name, String qName, Attributes a) {
                switch (name) {
                    case "si" -> text.setLength(0);
                    case "rPh" -> inReading = true;
                    case "t" -> inText = !inReading;
                    default -> {}
                }
            }

            @Override
            public void characters(char[] ch, int start, int length) {
                if (inText) {
                    if (text.length() + length > problems.limits().chars()) {
                        throw problems.textTooLong();
                    }
                    text.append(ch, start, length);
                }
            }

            @Override
            public void endElement(String uri, String name, String qName) {
                switch (name) {
                    case "si" -> add(Escapes.decoded(text.toString()));
                    case "rPh" -> inReading = false;
                    case "t" -> inText = false;
                    default -> {}
                }
            }
        };
    }

    @Override
    public void close() {
        if (spill != null) {
            try {
                spill.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
