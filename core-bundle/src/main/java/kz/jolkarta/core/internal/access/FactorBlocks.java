package kz.jolkarta.core.internal.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;

/** The parts of pages on which an account switches its second factor on. */
final class FactorBlocks {
    private FactorBlocks() {}

    /** Three steps: get an app, give it the secret, show that it works. */
    static List<Block> offer(User user, String secret, Form form, Words words) {
        return List.of(
                new Block.Paragraph(words.text("page.factor.step-app")),
                new Block.Paragraph(words.text("page.factor.step-secret")),
                new Block.Facts(List.of(
                        Block.Fact.of(words.text("page.factor.secret"), grouped(secret)),
                        Block.Fact.of(words.text("page.factor.link"), link(user, secret)))),
                new Block.Paragraph(words.text("page.factor.step-code")),
                form);
    }

    static Form form(String action, Words words) {
        return Form.of(action, words.text("page.factor.turn-on"), List.of(code(words)));
    }

    static Field code(Words words) {
        return Field.text("code", words.text("page.factor.code")).require().help(words.text("page.factor.code.help"));
    }

    private static String grouped(String secret) {
        return String.join(" ", secret.split("(?<=\\G.{4})"));
    }

    /** As apps read it; the login is of plain letters. */
    private static String link(User user, String secret) {
        String label = URLEncoder.encode("Jolkarta:" + user.login(), StandardCharsets.UTF_8);
        return "otpauth://totp/" + label + "?secret=" + secret + "&issuer=Jolkarta&algorithm=SHA1&digits=6&period=30";
    }

    /** The recovery codes, on the only page that ever shows them. */
    static View codes(List<String> codes, Words words, String next) {
        return View.of(
                        words.text("page.factor.codes.title"),
                        Block.Notice.of(Tone.RUN, words.text("page.factor.codes.once")),
                        new Block.Facts(java.util.stream.IntStream.range(0, codes.size())
                                .mapToObj(i -> Block.Fact.of(words.number(i + 1), codes.get(i)))
                                .toList()),
                        Block.Buttons.of(
                                Action.print(words.text("page.factor.codes.print")),
                                Action.primary(words.text("page.factor.codes.kept"), next)))
                .lead(words.text("page.factor.codes.lead"));
    }
}
