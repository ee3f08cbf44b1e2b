package kz.jolkarta.reporting;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** The rows behind a figure: ids, ascending, by the district that they count for. Nothing else of a row is kept. */
final class FrozenRows {
    private static final int SEVEN_BITS = 0x7f;
    private static final int MORE = 0x80;
    private static final int LONGEST = 63;

    private final SortedMap<String, long[]> byDistrict;

    FrozenRows(Map<String, long[]> byDistrict) {
        this.byDistrict = new TreeMap<>(byDistrict);
    }

    int count() {
        return byDistrict.values().stream().mapToInt(ids -> ids.length).sum();
    }

    Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        byDistrict.forEach((district, ids) -> counts.put(district, ids.length));
        return counts;
    }

    /** Ids of a district, or with "" of all, ascending. */
    long[] ids(String district) {
        return district.isEmpty()
                ? byDistrict.values().stream()
                        .flatMapToLong(Arrays::stream)
                        .sorted()
                        .toArray()
                : byDistrict.getOrDefault(district, new long[0]);
    }

    /** Those of a district, or with "" of all, that the other one does not hold there. */
    long[] without(FrozenRows other, String district) {
        long[] others = other.ids(district);
        LongPredicate gone = id -> Arrays.binarySearch(others, id) < 0;
        return LongStream.of(ids(district)).filter(gone).toArray();
    }

    /** Those of a district, or with "" of all, that the other one holds there, too. */
    long[] both(FrozenRows other, String district) {
        long[] others = other.ids(district);
        LongPredicate there = id -> Arrays.binarySearch(others, id) >= 0;
        return LongStream.of(ids(district)).filter(there).toArray();
    }

    /** SHA-256 of a line for each district in order: its code, a colon, and the ids with commas between them. */
    String hash() {
        Sha256 sha = new Sha256();
        byDistrict.forEach((district, ids) -> {
            sha.add(district + ":");
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < ids.length; i++) {
                line.append(i == 0 ? "" : ",").append(ids[i]);
            }
            sha.add(line.append('\n'));
        });
        return sha.hex();
    }

    /** A district's code, the number of its ids and the differences between them, each number in as few bytes as it needs, compressed. */
    byte[] packed() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(bytes)) {
            write(out, byDistrict.size());
            for (Map.Entry<String, long[]> district : byDistrict.entrySet()) {
                write(out, district.getKey().isEmpty() ? 0 : Long.parseLong(district.getKey()));
                write(out, district.getValue().length);
                long last = 0;
                for (long id : district.getValue()) {
                    write(out, id - last);
                    last = id;
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** @throws IOException when the bytes are not what {@link #packed} gave */
    static FrozenRows unpacked(byte[] packed, int count) throws IOException {
        SortedMap<String, long[]> rows = new TreeMap<>();
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            long left = count;
            for (long districts = read(in); districts > 0; districts--) {
                long code = read(in);
                long size = read(in);
                left -= size;
                if (left < 0 || size < 0) {
                    throw new IOException("more rows than there are");
                }
                long[] ids = new long[(int) size];
                long last = 0;
                for (int i = 0; i < ids.length; i++) {
                    last += read(in);
                    ids[i] = last;
                }
                rows.put(code == 0 ? "" : String.format("%09d", code), ids);
            }
        }
        return new FrozenRows(rows);
    }

    private static void write(OutputStream out, long number) throws IOException {
        long left = number;
        while ((left & ~SEVEN_BITS) != 0) {
            out.write((int) (left & SEVEN_BITS) | MORE);
            left >>>= 7;
        }
        out.write((int) left);
    }

    private static long read(InputStream in) throws IOException {
        long number = 0;
        for (int shift = 0; shift <= LONGEST; shift += 7) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException();
            }
            number |= (long) (next & SEVEN_BITS) << shift;
            if ((next & MORE) == 0) {
                return number;
            }
        }
        throw new IOException("too long a number");
    }
}
