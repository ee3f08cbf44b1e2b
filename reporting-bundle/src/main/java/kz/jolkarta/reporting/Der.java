package kz.jolkarta.reporting;

/** The outline of a DER file, looked at before it is parsed: parsers go down by recursion, and a file may be nothing but depth. */
final class Der {
    private static final int DEEPEST = 64;
    private static final int CONSTRUCTED = 0x20;
    private static final int LONG_TAG = 0x1f;
    private static final int LONG_LENGTH = 0x80;
    private static final int LENGTH_BYTES = 4;

    private final byte[] bytes;
    private int at;

    private Der(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Whether all parts have a length, lie within one another and not too deep; what they hold is not asked. */
    static boolean sound(byte[] bytes) {
        Der der = new Der(bytes);
        try {
            return der.walk();
        } catch (ArrayIndexOutOfBoundsException cut) {
            return false;
        }
    }

    private boolean walk() {
        int[] ends = new int[DEEPEST];
        int depth = 0;
        do {
            boolean constructed = (bytes[at] & CONSTRUCTED) != 0;
            tag();
            long length = length();
            int end = depth == 0 ? bytes.length : ends[depth - 1];
            if (length < 0 || at + length > end) {
                return false;
            }
            if (constructed) {
                if (depth == DEEPEST) {
                    return false;
                }
                ends[depth++] = at + (int) length;
            } else {
                at += (int) length;
            }
            while (depth > 0 && at == ends[depth - 1]) {
                depth--;
            }
        } while (depth > 0);
        return at == bytes.length;
    }

    private void tag() {
        if ((bytes[at++] & LONG_TAG) == LONG_TAG) {
            while ((bytes[at++] & LONG_LENGTH) != 0) {
                continue;
            }
        }
    }

    /** @return -1 for an indefinite or too long one */
    private long length() {
        int first = bytes[at++] & 0xff;
        if (first < LONG_LENGTH) {
            return first;
        }
        int more = first - LONG_LENGTH;
        if (more == 0 || more > LENGTH_BYTES) {
            return -1;
        }
        long length = 0;
        for (int i = 0; i < more; i++) {
            length = length << 8 | bytes[at++] & 0xff;
        }
        return length;
    }
}
