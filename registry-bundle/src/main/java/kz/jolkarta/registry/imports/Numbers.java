package kz.jolkarta.registry.imports;

import java.util.Optional;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.registry.children.Iin;

/** Identification numbers as lists hold them: with spaces, with digits of other scripts, without the zeros a spreadsheet took away. */
final class Numbers {
    private static final int LENGTH = 12;
    /** A number that begins with 000 has lost three zeros. */
    private static final int LEAST_LENGTH = 9;

    private Numbers() {}

    /** @return the number, "" when the cell is empty or what stands there is refused */
    static String read(CellNotes notes) {
        String text = notes.text(Column.IIN);
        String digits = digits(text);
        if (digits.isEmpty() && text.isEmpty()) {
            return "";
        }
        if (!digits.matches("\\d+")) {
            boolean rounded = text.matches("\\d[.,]\\d+[eEеЕ]\\+?\\d+");
            notes.rejected(Column.IIN, rounded ? "iin-rounded" : "iin-characters");
            return "";
        }
        if (digits.length() < LENGTH && digits.length() >= LEAST_LENGTH) {
            String filled = "0".repeat(LENGTH - digits.length()) + digits;
            if (Iin.of(filled).isPresent()) {
                notes.repaired(Column.IIN, "iin-zeros", filled);
                return filled;
            }
        }
        Optional<Message> fault = Iin.fault(digits);
        if (fault.isPresent()) {
            refuse(notes, digits, fault.get());
            return "";
        }
        if (!digits.equals(text)) {
            notes.repaired(Column.IIN, "iin-tidied", digits);
        }
        return digits;
    }

    /** The text, but of a number that is a person's the last digits only. */
    static String masked(String text) {
        String digits = digits(text);
        if (!digits.matches("\\d{" + LEAST_LENGTH + "," + LENGTH + "}")) {
            return text;
        }
        return Iin.of("0".repeat(LENGTH - digits.length()) + digits)
                .map(Iin::masked)
                .orElse(text);
    }

    private static void refuse(CellNotes notes, String digits, Message fault) {
        switch (fault.key()) {
            case "child.iin.length" -> notes.rejected(Column.IIN, "iin-length", String.valueOf(digits.length()));
            case "child.iin.date" -> notes.rejected(Column.IIN, "iin-date");
            default -> notes.rejected(Column.IIN, "iin-check");
        }
    }

    private static String digits(String text) {
        StringBuilder out = new StringBuilder(text.length());
        String plain = text.replaceFirst("[.,]0+$", "");
        plain.codePoints().forEach(c -> {
            int digit = Character.digit(c, 10);
            if (digit >= 0) {
                out.append((char) ('0' + digit));
            } else if (!Character.isSpaceChar(c)
                    && !Character.isWhitespace(c)
                    && Character.getType(c) != Character.FORMAT
                    && Character.getType(c) != Character.DASH_PUNCTUATION
                    && "'`’.\"".indexOf(c) < 0) {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }
}
